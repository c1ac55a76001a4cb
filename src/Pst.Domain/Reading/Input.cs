namespace Pst.Domain;

/// <summary>What came from outside, read whole: a value that holds every rule of its shape, or all that is wrong with it.</summary>
public abstract record Input<T>
{
    private protected Input() { }
}

public sealed record Valid<T>(T Value) : Input<T>;

/// <summary>Nothing of it is used.</summary>
public sealed record Invalid<T>(InputErrors Errors) : Input<T>;
