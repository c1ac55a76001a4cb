using Microsoft.Extensions.Localization;
using Npgsql;
using Pst.Domain;
using Pst.Web.Mail;
using Pst.Web.Pages;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Appointments;

/// <summary>Confirms to whoever made an appointment what it is now, with a file for the calendar.</summary>
public sealed class AppointmentLetters(
    Outbox outbox, LetterPaper paper, MailRoute route, AppointmentLinks links, IStringLocalizer<Sentences> text, TimeProvider clock)
{
    /// <summary>The statements for the transaction that appends the event; none where there is nothing to tell.</summary>
    /// <param name="before">The appointment before the event.</param>
    /// <param name="version">The same as a number: how often it has changed.</param>
    public IEnumerable<NpgsqlBatchCommand> Of(
        AppointmentEvent happened, Appointment before, long version, AppointmentOrder order, OfficeState office)
    {
        if (order.Link is not { } link || SlotOf(happened, before) is not { } slot) return [];
        var told = new Told(happened, order.Appointment, slot, link, links.CodeOf(order.Office, order.Appointment))
        {
            Sequence = version, Reason = order.Entries.OfType<VaultEntry.Text>().SingleOrDefault()?.Body,
        };
        var says = paper.WriteInAll(() => WordsOf(told, office.Details));
        return [outbox.ToReaderOf(order.Office, order.Appointment.Value, order.Id.Value, says)];
    }

    /// <summary>In the language in use.</summary>
    internal LetterWords WordsOf(Told told, OfficeDetails office)
    {
        var (slot, at, name) = (told.Slot, $"{Times.Short(told.Slot.Start)} {office.TimeZone.Abbreviation}", office.Name);
        var said = told.Happened switch
        {
            AppointmentCancelled when told.Reason is { } reason =>
                text["appointment.mail.cancelled_by_office", name, Times.Day(slot.Day), at, reason, told.Link],
            AppointmentCancelled => text["appointment.mail.cancelled", Times.Day(slot.Day), at, told.Link],
            _ => text["appointment.mail.made", Times.Day(slot.Day), at, office.Address, told.Code, told.Link],
        };
        return new(name, SubjectOf(told.Happened, name), said, text["Anda menerimanya karena membuat janji temu di {0}.", name])
        {
            Link = told.Link, Button = text["Buka janji temu"], Calendar = CalendarOf(told, office),
        };
    }

    /// <summary>The calendar's file of an appointment as it stands, in the language in use.</summary>
    public string CalendarOf(AppointmentView it, string link, string code, OfficeDetails office) => $"{FileOf(
        it.Id, it.Slot, it.Sequence, link, code, office)}";

    CalendarPart CalendarOf(Told told, OfficeDetails office)
    {
        var file = FileOf(told.Appointment, told.Slot, told.Sequence, told.Link, told.Code, office) with
        {
            IsCancelled = told.Happened is AppointmentCancelled,
        };
        return new(file.Method, $"{file}");
    }

    CalendarFile FileOf(AppointmentId id, AppointmentSlot slot, long sequence, string link, string code, OfficeDetails office) => new(
        id, slot, office.TimeZone, sequence, clock.GetUtcNow(), route.Sender, office.Name,
        text["Kunjungan ke {0}", office.Name], text["Kode: {0}", code], office.Address, link);

    LocalizedString SubjectOf(AppointmentEvent happened, string office) => happened switch
    {
        AppointmentMade => text["Janji temu Anda di {0}", office],
        AppointmentMoved => text["Janji temu Anda di {0} dipindahkan", office],
        _ => text["Janji temu Anda di {0} dibatalkan", office],
    };

    static AppointmentSlot? SlotOf(AppointmentEvent happened, Appointment before) => (happened, before) switch
    {
        (AppointmentMade it, _) => it.Slot,
        (AppointmentMoved it, _) => it.Slot,
        (AppointmentCancelled, Appointment.Awaited it) => it.Slot,
        _ => null,
    };

    /// <summary>What a letter is about.</summary>
    internal sealed record Told(AppointmentEvent Happened, AppointmentId Appointment, AppointmentSlot Slot, string Link, string Code)
    {
        public long Sequence { get; init; }

        /// <summary>The office's; null where the visitor cancelled.</summary>
        public string? Reason { get; init; }
    }
}
