using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Pst.Web.Pages.Account;

/// <summary>What Identity finds wrong, in our words: by its code.</summary>
public static class IdentitySentences
{
    public static void Add(this ModelStateDictionary state, IdentityResult result, IStringLocalizer text)
    {
        foreach (var error in result.Errors) state.AddModelError("", text[$"identity.{error.Code}"]);
    }
}
