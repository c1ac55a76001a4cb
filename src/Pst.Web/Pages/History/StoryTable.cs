using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Paper;

namespace Pst.Web.Pages.History;

/// <summary>A visit's history as it leaves the program: a line an event, or one document with what each event changed.</summary>
public sealed class StoryTable(OpenOffice office, StoryView story, IStringLocalizer<Sentences> text)
{
    readonly FactWords words = new(text, office.Zone, office.Zone.Day(story.Visit.ArrivedAt));

    /// <summary>For a spreadsheet.</summary>
    public Table Table => new(
        "riwayat", "Riwayat kunjungan",
        [
            "Langkah", "Posisi log", "Terjadi", "Dicatat", "Kejadian", "Kalimat", "Alasan", "Oleh", "Perintah", "Id perintah",
            "Entri susulan", "Dikoreksi pada langkah", "Ditarik pada langkah", "Tentang langkah", "Perubahan",
        ],
        [.. story.Lines.Select(RowOf)]);

    /// <summary>For programs.</summary>
    public object Document => new
    {
        Office = office.Code.Value,
        Visit = $"{story.Visit.Id}",
        Ticket = story.Visit.Ticket?.ToString(),
        Standard = story.Standard.Decree,
        Verdict = story.Visit.Sla is { } verdict ? Words.Of(verdict) : null,
        Proof = new { story.Proof.From, story.Proof.To, story.Proof.IsSound, Checkpoint = story.Proof.Signed?.Note },
        Events = story.Lines.Select(DocumentOf),
    };

    IReadOnlyList<Cell> RowOf(StoryLine line) =>
    [
        line.Event.Version, PositionOf(line), Local(line.Event.Envelope.Occurred), Local(line.Event.Recorded), line.Event.Alias,
        line.Sentence, ReasonOf(line), line.Who, line.Command, line.Event.Envelope.Causation,
        line.Event.Envelope.Late ? text["fact.yes"].Value : "", string.Join(' ', line.CorrectedBy), line.UndoneBy, line.About,
        string.Join("; ", line.Changes.Select(it => $"{words.NameOf(it.Name, it.Item)}: {words.Of(it.Before)} → {words.Of(it.After)}")),
    ];

    object DocumentOf(StoryLine line) => new
    {
        line.Event.Version,
        Position = PositionOf(line),
        Type = line.Event.Alias,
        Occurred = office.Zone.Local(line.Event.Envelope.Occurred),
        Recorded = office.Zone.Local(line.Event.Recorded),
        line.Event.Envelope.Late,
        line.Sentence,
        Reason = ReasonOf(line),
        By = line.Who,
        line.Event.Envelope.Actor,
        line.Event.Envelope.Device,
        line.Command,
        CommandId = line.Event.Envelope.Causation,
        line.CorrectedBy,
        line.UndoneBy,
        line.VoidedBy,
        line.About,
        Changes = line.Changes.Select(it =>
            new { Fact = words.NameOf(it.Name, it.Item), Before = words.Of(it.Before), After = words.Of(it.After) }),
    };

    string? ReasonOf(StoryLine line) => line.Reason ?? (line.LacksReason ? text["data pribadi telah dihapus"].Value : null);

    long? PositionOf(StoryLine line) => story.Proof.Positions.TryGetValue(line.Event.Version, out var position) ? position : null;

    Cell.Moment Local(DateTimeOffset at) => new(office.Zone.Local(at).DateTime);
}
