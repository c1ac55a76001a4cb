namespace Pst.Api.Tests.Privacy;

/// <summary>Somebody whose every word would be known again, wherever it turned up.</summary>
internal static class Guest
{
    public const string Name = "Zulkarnain Padmawati", Institution = "CV Bunga Bangsa";
    public const string Email = "Zul.Padma@rahasia.example", Phone = "0812 9876 5432", Whatsapp = "+62 813-5557-7799";
    public const string Licence = "90817263K7QZ", NoNik = "1872991234567777", Words = "sangat pribadi";

    /// <summary>What of it is to be looked for, in all spellings that it could have.</summary>
    public static IReadOnlyList<string> Marks { get; } =
    [
        "Zulkarnain", "Padmawati", "zul.padma", "rahasia.example", "12 9876 5432", "1298765432", "13-5557-7799", "1355577799",
        "Bunga Bangsa", "K7QZ", NoNik, Words, "intelektual",
    ];

    /// <summary>What the vault keeps of it; of a card's number the last characters, of a wrong one nothing.</summary>
    public static IReadOnlyList<string> Kept { get; } =
        [Name, "zul.padma@rahasia.example", "081298765432", "081355577799", Institution, "K7QZ", Words, "intelektual"];

    public static string Guestbook(string email = Email) => $$"""
        {"visitor":{"name":"{{Name}}","email":"{{email}}","phone":"{{Phone}}","whatsapp":"{{Whatsapp}}","institution":"{{Institution}}"},
         "demographics":{"gender":1,"age":4,"disability":1,"disabilityKind":"intelektual","education":3,"occupation":6,"institutionKind":8},
         "purpose":3,"noticeSeen":true,"surveyContact":true}
        """;

    /// <summary>The same in a form.</summary>
    public static (string, string)[] Form(string email = Email) =>
    [
        ("visitor.name", Name), ("visitor.email", email), ("visitor.phone", Phone), ("visitor.institution", Institution),
        ("demographics.gender", "1"), ("demographics.age", "4"), ("demographics.education", "3"), ("demographics.occupation", "6"),
        ("demographics.institutionKind", "8"), ("demographics.disability", "1"), ("demographics.disabilityKind", "intelektual"),
        ("purpose", "3"), ("noticeSeen", "true"),
    ];

    /// <summary>A body with only a reason.</summary>
    public static string Because(string more = "") => $$"""{ {{more}} "reason":"{{Words}}: ia sakit"}""";
}
