namespace Pst.Projections;

/// <summary>A card that the front office keeps, and the locker that it is kept for.</summary>
/// <param name="Item">Counted from 1 in a party.</param>
/// <param name="Commitment">By which the vault finds the number's last characters.</param>
/// <param name="IsGone">It was lost, and only the locker is still used.</param>
public sealed record HeldCard(
    int Item, IdKind Kind, string Commitment, DateTimeOffset Since, Locker? Locker = null, DateTimeOffset? LockerSince = null,
    bool IsGone = false);

/// <summary>How a visit's cards and lockers come and go.</summary>
internal static class HeldCards
{
    /// <exception cref="InvalidDataException">No such card is held: a damaged stream.</exception>
    internal static ValueList<HeldCard> After(this ValueList<HeldCard> cards, VisitEvent happened, DateTimeOffset at) => happened switch
    {
        IdHeld it when cards.Find(it.Item) is { IsGone: true } => cards.With(
            it.Item, card => card with { Kind = it.Kind, Commitment = it.Commitment, Since = at, IsGone = false }),
        IdHeld it => [.. cards, new(it.Item, it.Kind, it.Commitment, at)],
        LockerAssigned it => cards.With(it.Item, card => card with { Locker = it.Locker, LockerSince = at }),
        LockerReleased it => cards.WithoutBag(it.Item),
        BagLeft it => cards.WithoutBag(it.Item),
        LockerJammed it => cards.WithoutBag(it.Item),
        IdReturned it => cards.With(it.Item, card => card with { IsGone = true }),
        IdHandedOver it => cards.With(it.Item, card => card with { IsGone = true }),
        IdLost it => cards.With(it.Item, card => card with { IsGone = true }),
        _ => throw new InvalidDataException($"{happened} moves no card."),
    };

    static ValueList<HeldCard> WithoutBag(this ValueList<HeldCard> cards, int item) =>
        cards.With(item, card => card with { Locker = null, LockerSince = null });

    // What is neither card nor bag any more is nothing.
    static ValueList<HeldCard> With(this ValueList<HeldCard> cards, int item, Func<HeldCard, HeldCard> change)
    {
        var held = cards.Held(item);
        return [.. cards.Select(card => card == held ? change(card) : card).Where(card => card is not { IsGone: true, Locker: null })];
    }

    static HeldCard? Find(this ValueList<HeldCard> cards, int item) => cards.SingleOrDefault(card => card.Item == item);

    static HeldCard Held(this ValueList<HeldCard> cards, int item) =>
        cards.Find(item) ?? throw new InvalidDataException($"No card {item} is held.");
}
