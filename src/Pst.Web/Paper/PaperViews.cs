using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Pst.Web.Paper;

/// <summary>Writes a view as a whole page for the printer, in Indonesian and outside of any request.</summary>
public sealed class PaperViews(IRazorViewEngine views, ITempDataProvider kept, IServiceScopeFactory scopes)
{
    /// <param name="view">Its path, such as <c>/Pages/Monthly/_Paper.cshtml</c>.</param>
    /// <param name="model">What it shows.</param>
    public async Task<string> WriteAsync<TModel>(string view, TModel model)
    {
        Pages.Languages.Choose(Pages.Languages.Indonesian); // of this method alone: it ends with it
        await using var scope = scopes.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var found = views.GetView(null, view, isMainPage: true);
        if (found.View is null) throw new InvalidOperationException($"There is no view {view}.");
        await using var page = new StringWriter();
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await found.View.RenderAsync(new(
            new ActionContext(http, new RouteData(), new ActionDescriptor()), found.View, data, new TempDataDictionary(http, kept), page,
            new HtmlHelperOptions()));
        return page.ToString();
    }
}
