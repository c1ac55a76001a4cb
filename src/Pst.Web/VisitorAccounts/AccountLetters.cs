using Microsoft.Extensions.Localization;
using Pst.Web.Mail;
using Pst.Web.Pages;

namespace Pst.Web.VisitorAccounts;

/// <summary>What mails about accounts say, in the language in use: whoever asks for one reads it.</summary>
public sealed class AccountLetters(LetterPaper paper, IStringLocalizer<Sentences> text)
{
    /// <summary>To an address that wants an account.</summary>
    public LetterWords Confirm(string link) =>
        Words(text["account.confirm.subject"], text["account.confirm.body", link], link, text["Aktifkan akun"]);

    /// <summary>To an address that has one already.</summary>
    public LetterWords Known(string link) => Words(text["account.known.subject"], text["account.known.body", link], link, text["Masuk"]);

    /// <summary>To sign in without a password.</summary>
    public LetterWords SignIn(string link) => Words(text["account.link.subject"], text["account.link.body", link], link, text["Masuk"]);

    /// <summary>To an account that such a link alone does not open.</summary>
    public LetterWords SecondStep(string link) =>
        Words(text["account.link.subject"], text["account.two_steps.body", link], link, text["Masuk"]);

    /// <summary>To an address that has no account.</summary>
    public LetterWords Unknown(string link) =>
        Words(text["account.unknown.subject"], text["account.unknown.body", link], link, text["Daftar"]);

    LetterWords Words(string subject, string body, string link, string button) => new(
        paper.Service, subject, body.Replace('|', '\n'),
        text["Anda menerimanya karena seseorang, mungkin Anda sendiri, memintanya dengan alamat ini."])
    {
        Link = link, Button = button,
    };
}
