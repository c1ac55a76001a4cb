using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Pst.Web.Pages.Errors;

namespace Pst.Web.Pages;

/// <summary>
/// A page takes the forms that it has a handler for. Anything else the framework would answer with the page itself, and with nothing loaded
/// for it.
/// </summary>
public sealed class KnownForms : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        var isLook = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        // What went wrong may have been asked for by any method.
        if (context.HandlerMethod is null && !isLook && context.HandlerInstance is not ErrorModel) context.Result = new BadRequestResult();
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
