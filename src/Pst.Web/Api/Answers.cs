using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>What the outcomes of writing are in HTTP.</summary>
public static class Answers
{
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>The answer to what was not carried out.</summary>
    public static IResult No<TAnswer>(Outcome<TAnswer> outcome) => outcome switch
    {
        Denied<TAnswer>(var reason) => Problems.Refused(reason),
        Wrong<TAnswer>(var field) => Problems.Invalid(field.Field, field.Error),
        OfficeNotFound<TAnswer> => Problems.NotFound(),
        IdReused<TAnswer> => Problems.Plain(StatusCodes.Status422UnprocessableEntity),
        MovedOn<TAnswer> => Problems.Plain(StatusCodes.Status412PreconditionFailed),
        _ => throw new System.Diagnostics.UnreachableException($"{outcome} is no refusal."),
    };
}
