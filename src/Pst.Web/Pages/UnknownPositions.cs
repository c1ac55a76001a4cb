using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Pst.Projections;

namespace Pst.Web.Pages;

/// <summary>Figures at a position that the log has not come to are not found.</summary>
public sealed class UnknownPositions : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is UnknownPositionException) context.Result = new NotFoundResult();
    }
}
