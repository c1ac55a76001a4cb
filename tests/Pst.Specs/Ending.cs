namespace Pst.Domain.Specs;

/// <summary>How a story ends, whatever stream it is about.</summary>
internal static class Ending
{
    extension<TEvent>(Decision<TEvent> decision) where TEvent : class
    {
        public void Then(params TEvent[] events) => decision.Outcome.ShouldBe(events);
        public void ThenNothing() => decision.Outcome.ShouldBeEmpty();
        public void ThenRefused(Refusal reason) => decision.Outcome.ShouldBe([reason]);
        public void ThenMistaken(string field, InputError error) => decision.Outcome.ShouldBe([new WrongField(field, error)]);

        // One list for all, so that a story that ends otherwise says how it ended.
        IEnumerable<object> Outcome => decision switch
        {
            Accepted<TEvent>(var events) => events,
            Refused<TEvent>(var reason) => [reason],
            _ => [((Mistaken<TEvent>)decision).Wrong],
        };
    }
}
