namespace Pst.Domain;

/// <summary>Why one field of the input cannot be taken. Its sentence stands in InputError[.en].restext under the code.</summary>
/// <param name="Code">snake_case; never changes once released.</param>
public abstract record InputError(string Code)
{
    /// <summary>What the sentence's placeholders {0}, {1}, … stand for.</summary>
    public virtual object[] Values() => [];

    public sealed record Required() : InputError("required");
    public sealed record Unknown() : InputError("unknown_field");
    public sealed record Repeated() : InputError("repeated_field");

    public sealed record NotText() : InputError("not_text");
    public sealed record NotAnInteger() : InputError("not_an_integer");
    public sealed record NotYesOrNo() : InputError("not_yes_or_no");
    public sealed record NotADate() : InputError("not_a_date");
    public sealed record NotATime() : InputError("not_a_time");
    public sealed record NotAnInstant() : InputError("not_an_instant");
    public sealed record NotAnObject() : InputError("not_an_object");
    public sealed record NotAList() : InputError("not_a_list");

    public sealed record Blank() : InputError("blank");
    public sealed record NotPlain() : InputError("not_plain");
    public sealed record Malformed() : InputError("malformed");

    /// <summary>In characters.</summary>
    public sealed record TooLong(int Max) : InputError("too_long")
    {
        public override object[] Values() => [Max];
    }

    /// <summary>In entries of a list.</summary>
    public sealed record TooMany(int Max) : InputError("too_many")
    {
        public override object[] Values() => [Max];
    }

    public sealed record OutOfRange(int Min, int Max) : InputError("out_of_range")
    {
        public override object[] Values() => [Min, Max];
    }

    public sealed record NotAWord(ValueList<string> Words) : InputError("not_a_word")
    {
        public override object[] Values() => [string.Join(", ", Words)];
    }

    /// <summary>There is no such entry, or it has no such field.</summary>
    public sealed record NotThere() : InputError("not_there");

    public sealed record InTheFuture() : InputError("in_the_future");
    public sealed record BeforePrevious() : InputError("before_previous");
    public sealed record TooLongAgo() : InputError("too_long_ago");

    public sealed record NotAWebAddress() : InputError("not_a_web_address");
    public sealed record NotANik() : InputError("not_a_nik");
    public sealed record NotAnEmail() : InputError("not_an_email");
    public sealed record NotAPhoneNumber() : InputError("not_a_phone_number");
    public sealed record NotDistinct() : InputError("not_distinct");
    public sealed record NotASpan() : InputError("not_a_span");
    public sealed record EndsTooEarly() : InputError("ends_too_early");
    public sealed record Overlapping() : InputError("overlapping");
}
