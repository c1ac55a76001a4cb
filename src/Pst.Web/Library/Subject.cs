namespace Pst.Web.Library;

/// <summary>What a publication is about: the first digit of its catalogue number (BPS's own grouping). The numbers are stored.</summary>
public enum Subject
{
    Other = 0, General = 1, Population = 2, Welfare = 3, Social = 4, Agriculture = 5, Industry = 6, Prices = 7, Trade = 8, Accounts = 9,
}

/// <summary>Tells a publication's subject.</summary>
internal static class Subjects
{
    // Lists come without catalogue numbers: until the details are there, titles tell. The first line that has a word of the title wins.
    static readonly (Subject Subject, string[] Words)[] Telling =
    [
        (Subject.Accounts, ["produk domestik", "pdrb", "pdb", "neraca", "gross regional"]),
        (Subject.Prices, ["harga", "inflasi", "keuangan", "price", "finance"]),
        (Subject.Agriculture, ["padi", "pertanian", "hortikultura", "perkebunan", "peternakan", "perikanan", "panen", "tanaman"]),
        (Subject.Industry, ["industri", "listrik", "air minum", "air bersih", "konstruksi", "energi", "pertambangan"]),
        (Subject.Trade, ["hotel", "akomodasi", "wisata", "transportasi", "perdagangan", "ekspor", "impor", "pasar tradisional", "tourism"]),
        (Subject.Welfare, ["kemiskinan", "konsumsi", "pengeluaran rumah tangga", "lingkungan hidup", "poverty"]),
        (Subject.Social, ["kesejahteraan", "pembangunan manusia", "pendidikan", "kesehatan", "sosial", "politik", "pemuda", "perempuan"]),
        (Subject.Population, ["penduduk", "kependudukan", "angkatan kerja", "tenaga kerja", "ketenagakerjaan", "pekerja", "population"]),
        (Subject.General, ["dalam angka", "in figures", "statistik daerah", "survei kebutuhan data", "infografis", "berita resmi"]),
    ];

    public static Subject Of(string? catalogueNumber, string title) =>
        catalogueNumber is [>= '1' and <= '9' and var first, ..] ? (Subject)(first - '0')
        : Telling.FirstOrDefault(it => it.Words.Any(word => title.Contains(word, StringComparison.OrdinalIgnoreCase))).Subject;
}
