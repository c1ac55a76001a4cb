using System.Collections.Concurrent;

namespace Pst.Web.Library;

/// <summary>Answers of the catalogue as it is: while one types, many ask the same. With the next edition all are forgotten.</summary>
internal sealed class KeptAnswers
{
    const int Most = 1_000, LongestText = 200;

    // What is asked may be as long as an address; only what people ask twice is worth a place.
    volatile Kept current = new(0);

    public SearchAnswer? Find(long edition, SearchQuestion question) =>
        current is var kept && kept.Edition == edition ? kept.Answers.GetValueOrDefault(question) : null;

    public void Keep(long edition, SearchQuestion question, SearchAnswer answer)
    {
        if (question.Text?.Length > LongestText) return;
        var kept = current;
        if (kept.Edition != edition || kept.Answers.Count >= Most) current = kept = new(edition);
        kept.Answers[question] = answer;
    }

    sealed record Kept(long Edition)
    {
        public ConcurrentDictionary<SearchQuestion, SearchAnswer> Answers { get; } = new();
    }
}
