using Pst.Domain;

namespace Pst.Web.Mail;

/// <summary>A mail as it is sent.</summary>
/// <param name="Id">The same id is sent once: a worker that does its round again makes the same one.</param>
/// <param name="Until">From then on it is of no use to anybody and is not sent any more, such as when its code ends.</param>
public sealed record Letter(Guid Id, EmailAddress To, WrittenLetter Says, DateTimeOffset Until);

/// <summary>What a mail says, in the language of its reader; <see cref="LetterPaper"/> makes it.</summary>
/// <param name="Text">Complete by itself.</param>
/// <param name="Html">The same sentences; null where there is the text alone.</param>
public sealed record WrittenLetter(string Subject, string Text, string? Html = null, CalendarPart? Calendar = null);

/// <summary>An entry for the reader's calendar, as the file <c>janji.ics</c> (RFC 5545, RFC 5546).</summary>
/// <param name="Method"><c>PUBLISH</c> or <c>CANCEL</c>, as in the file.</param>
public sealed record CalendarPart(string Method, string File);

/// <summary>What is said in a mail, in the language in use.</summary>
/// <param name="From">The office in whose name it goes out.</param>
/// <param name="Body">In lines; a blank one ends a paragraph.</param>
/// <param name="Why">One sentence: why its reader gets it.</param>
public sealed record LetterWords(string From, string Subject, string Body, string Why)
{
    /// <summary>What the mail leads to. It stands in the body, on a line of its own, and becomes the one button.</summary>
    public string? Link { get; init; }

    /// <summary>What the button says; null for the usual word.</summary>
    public string? Button { get; init; }

    /// <summary>For the reader's calendar.</summary>
    public CalendarPart? Calendar { get; init; }
}
