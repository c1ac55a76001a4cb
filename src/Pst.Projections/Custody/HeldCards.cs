namespace Pst.Projections;

/// <summary>A card that the front office keeps, and the locker that it is kept for.</summary>
/// <param name="Item">Counted from 1 in a party.</param>
/// <param name="Commitment">By which the vault finds the number's last characters.</param>
public sealed record HeldCard(
    int Item, IdKind Kind, string Commitment, DateTimeOffset Since, Locker? Locker = null, DateTimeOffset? LockerSince = null);

/// <summary>How a visit's cards and lockers come and go.</summary>
internal static class HeldCards
{
    /// <exception cref="InvalidDataException">No such card is held: a damaged stream.</exception>
    internal static ValueList<HeldCard> After(this ValueList<HeldCard> cards, VisitEvent happened, DateTimeOffset at) => happened switch
    {
        IdHeld it => [.. cards, new(it.Item, it.Kind, it.Commitment, at)],
        LockerAssigned it => cards.With(it.Item, card => card with { Locker = it.Locker, LockerSince = at }),
        LockerReleased it => cards.With(it.Item, card => card with { Locker = null, LockerSince = null }),
        IdReturned it => [.. cards.Where(card => card != cards.Held(it.Item))],
        _ => throw new InvalidDataException($"{happened} moves no card."),
    };

    static ValueList<HeldCard> With(this ValueList<HeldCard> cards, int item, Func<HeldCard, HeldCard> change)
    {
        var held = cards.Held(item);
        return [.. cards.Select(card => card == held ? change(card) : card)];
    }

    static HeldCard Held(this ValueList<HeldCard> cards, int item) =>
        cards.SingleOrDefault(card => card.Item == item) ?? throw new InvalidDataException($"No card {item} is held.");
}
