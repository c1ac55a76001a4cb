using System.Text.Json.Nodes;

namespace Pst.Api.Tests.Description;

/// <summary>For everything that may be sent one that says all there is to say, and can be taken.</summary>
internal static class Samples
{
    const string At = "2026-03-02T09:00:00+07:00";

    static readonly Dictionary<string, string> Bodies = new()
    {
        ["arrive"] = """
            {"channel":"offline","service":"PS","partySize":2,"priority":"elderly","override":{"reason":"rombongan"},"occurredAt":"AT"}
            """,
        ["sign_guestbook"] = """
            {"visitor":{"name":"Tamu","email":"tamu@contoh.example","phone":"0812 3456 7890",
             "whatsapp":"081234567890","institution":"Unila"},"purpose":1,
             "demographics":{"gender":1,"age":2,"disability":1,"disabilityKind":"fisik","education":3,"occupation":1,"institutionKind":6},
             "accommodationNeeded":true,"noticeSeen":true,"surveyContact":true,"occurredAt":"AT"}
            """,
        ["hold_id"] = """{"kind":"sim","number":"12345678","validUntil":"2030-01-01","item":1,"occurredAt":"AT"}""",
        ["assign_locker"] = """{"locker":"A01","item":1,"occurredAt":"AT"}""",
        ["release_locker"] = """{"item":1,"occurredAt":"AT"}""",
        ["return_id"] = """{"item":1,"override":{"reason":"loker macet"},"occurredAt":"AT"}""",
        ["report_lost_id"] = """{"reason":"tidak ada di laci","item":1,"occurredAt":"AT"}""",
        ["hand_over_id"] = """{"to":"Budi, kakaknya","reason":"dijemput","item":1,"occurredAt":"AT"}""",
        ["report_left_bag"] = """{"reason":"disimpan di gudang","item":1,"occurredAt":"AT"}""",
        ["report_jammed_locker"] = """{"reason":"kunci patah","item":1,"occurredAt":"AT"}""",
        ["resolve_incident"] = """{"incident":5,"reason":"sudah diambil","occurredAt":"AT"}""",
        ["offer_compensation"] = """{"occurredAt":"AT"}""",
        ["give_compensation"] = """{"occurredAt":"AT"}""",
        ["take_note"] = """{"text":"akan kembali besok","occurredAt":"AT"}""",
        ["call"] = """{"desk":"1","occurredAt":"AT"}""",
        ["serve"] = """{"desk":"1","occurredAt":"AT"}""",
        ["skip"] = """{"occurredAt":"AT"}""",
        ["requeue"] = """{"occurredAt":"AT"}""",
        ["transfer"] = """{"service":"KS","occurredAt":"AT"}""",
        ["end_service"] = """{"occurredAt":"AT"}""",
        ["step_out"] = """{"occurredAt":"AT"}""",
        ["come_back"] = """{"occurredAt":"AT"}""",
        ["record_reading"] = """{"publicationId":"pub-1","form":"printed","occurredAt":"AT"}""",
        ["make_copies"] = """{"sheets":3,"publicationId":"pub-1","override":{"reason":"skripsi"},"occurredAt":"AT"}""",
        ["scan_softcopy"] = """{"publicationId":"pub-1","pages":2,"occurredAt":"AT"}""",
        ["search_catalogue"] = """{"occurredAt":"AT"}""",
        ["request_softcopy"] = """{"publicationId":"pub-1","requestId":"0195a3c2-7e11-7000-8000-000000000004","occurredAt":"AT"}""",
        ["download_softcopy"] = """{"publicationId":"pub-1","occurredAt":"AT"}""",
        ["rate"] = """
            {"overall":4,"comment":"Baik.","occurredAt":"AT","elements":{"PERSYARATAN":1,"PROSEDUR":2,"WAKTU":3,"BIAYA":4,"PRODUK":1,
             "KOMPETENSI":2,"PERILAKU":3,"PENGADUAN":4,"SARANA":1} }
            """,
        ["depart"] = """{"reason":"finished","occurredAt":"AT"}""",
        ["undo"] = """{"eventVersion":2,"occurredAt":"AT"}""",
        ["correct"] = """{"eventVersion":2,"field":"purpose","to":4,"reason":"salah pilih","occurredAt":"AT"}""",
        ["void"] = """{"reason":"latihan","occurredAt":"AT"}""",
        ["close_day"] = """{"date":"2026-03-01"}""",
        ["out_of_order"] = """{"reason":"kunci patah"}""",
        ["back_in_order"] = "{}",
        ["erase"] = """{"reason":"diminta sendiri"}""",
        ["keys"] = """{"office":"CODE","role":"manager"}""",
        ["receive"] = """
            {"way":"box","anonymous":true,"name":"Tamu","email":"tamu@contoh.example","phone":"081234567890",
             "description":"Antrean lama.","visit":"0195a3c2-7e11-7000-8000-000000000001"}
            """,
        ["verify"] = """{"class":"WAKTU","needsOversight":true}""",
        ["answer"] = """{"message":"Kami periksa."}""",
        ["ask_information"] = """{"message":"Jam berapa?"}""",
        ["reply"] = """{"message":"Pukul sembilan.","secret":"ABCDE-FGHJK"}""",
        ["resolve"] = """{"outcome":"Petugas ditambah."}""",
        ["accept"] = """{"secret":"ABCDE-FGHJK"}""",
        ["escalate"] = """{"reason":"perlu kepala"}""",
        ["dismiss"] = """{"reason":"bukan kantor ini","sure":true}""",
        ["track"] = """{"code":"PGD260302001","secret":"ABCDE-FGHJK","after":"AAAAAAAAAAA"}""",
        ["open"] = """
            {"cause":"missed_promise","element":"WAKTU","visit":"0195a3c2-7e11-7000-8000-000000000001","from":"2026-03-01",
             "to":"2026-03-02","plan":"Menambah petugas","owner":"0195a3c2-7e11-7000-8000-000000000002","deadline":"2026-04-01"}
            """,
        ["assign"] = """{"owner":"0195a3c2-7e11-7000-8000-000000000002"}""",
        ["reschedule"] = """{"deadline":"2026-05-01","reason":"menunggu anggaran"}""",
        ["note_progress"] = """{"note":"Jadwal disusun","evidence":"surat 12"}""",
        ["finish"] = """{"outcome":"Dua petugas","evidence":"surat 13","sure":true}""",
        ["drop"] = """{"reason":"tidak perlu lagi","sure":true}""",
        ["publish"] = """{"said":"Antrean lama","done":"Petugas ditambah"}""",
        ["unpublish"] = """{"reason":"salah ketik"}""",
        ["ask"] = """
            {"publicationId":"pub-1","name":"Tamu","email":"tamu@contoh.example","purpose":1,"why":"skripsi","from":1,"to":3}
            """,
        ["prepare"] = "{}",
        ["deliver"] = "{}",
        ["webhooks"] = """{"address":"https://sistem.contoh.example/kabar","lan":false}""",
        ["replay"] = """{"from":1}""",
        ["rotate"] = "{}",
        ["ping"] = "{}",
        ["make"] = """{"slot":"2026-03-03T09:30","name":"Siti","email":"siti@contoh.example"}""",
        ["move"] = """{"slot":"2026-03-03T10:00","code":"ABCDE-FGHJK"}""",
        ["cancel"] = """{"code":"ABCDE-FGHJK"}""",
        ["call_off"] = """{"reason":"rapat mendadak"}""",
        ["scan"] = """{"visit":"0195a3c2-7e11-7000-8000-000000000001","publicationId":"pub-1"}""",
        ["softcopies/rate"] = """{"overall":4,"comment":"Cepat."}""",
        ["decline"] = """{"reason":"tidak ada di katalog"}""",
        ["call_back"] = """{"reason":"salah orang","sure":true}""",
    };

    static readonly Dictionary<string, string> Queries = new()
    {
        ["version"] = "1",
        ["asOf"] = At,
        ["seenAt"] = At,
        ["from"] = "2026-03-01",
        ["to"] = "2026-03-02",
        ["status"] = "waiting",
        ["sla"] = "met",
        ["q"] = "PS-001",
        ["limit"] = "10",
        ["cursor"] = $"{0:x48}",
        ["by"] = "day",
        ["day"] = "2026-03-03",
        ["after"] = "AAAAAAAAAAA",
    };

    // Positions, where the others have days.
    static readonly Dictionary<string, string> LogQueries = new() { ["from"] = "1", ["to"] = "2", ["position"] = "1", ["size"] = "2" };

    static readonly Dictionary<string, string> PublicationQueries = new()
    {
        ["q"] = "angka", ["year"] = "2025", ["subject"] = "general", ["office"] = "1872", ["form"] = "digital", ["limit"] = "10",
        ["cursor"] = "1.2.3",
    };

    static readonly Dictionary<string, string> ReadQueries = new()
    {
        ["from"] = "2026-03-01", ["to"] = "2026-03-02", ["reader"] = "user:1", ["visitor"] = "0195a3c2-7e11-7000-8000-000000000001",
        ["limit"] = "10", ["cursor"] = "1", ["after"] = "AAAAAAAAAAA",
    };

    static readonly Dictionary<string, string> ListQueries = new()
    {
        ["from"] = "2026-03-01", ["to"] = "2026-03-02", ["class"] = "WAKTU", ["stage"] = "asked", ["overdue"] = "true", ["limit"] = "10",
        ["after"] = "AAAAAAAAAAA",
    };

    static Dictionary<string, string> Listing(string status, string cursor) =>
        new(ListQueries) { ["status"] = status, ["cursor"] = cursor };

    /// <summary>The body of what the path ends with; of an office's own path its file, with all that a file may have.</summary>
    public static JsonNode Body(string path, JsonNode office) =>
        (path.Split('/') is [.., var things, _, var last] && Bodies.TryGetValue($"{things}/{last}", out var text))
            || Bodies.TryGetValue(path.Split('/')[^1], out text)
            ? JsonNode.Parse(text.Replace("\"AT\"", $"\"{At}\"", StringComparison.Ordinal)
                .Replace("CODE", (string)office["code"]!, StringComparison.Ordinal))!
            : Whole(office);

    public static JsonObject Query(string path, IEnumerable<string> names)
    {
        var queries = path.Contains("/log/", StringComparison.Ordinal) ? LogQueries
            : path.EndsWith("/publications", StringComparison.Ordinal) ? PublicationQueries
            : path.Split('/')[^1] switch
            {
                "reads" => ReadQueries,
                "complaints" => Listing("received", "PGD260302001"),
                "follow_ups" => Listing("underway", "0195a3c2-7e11-7000-8000-000000000001"),
                "softcopies" => Listing("", "SC-1872-2026-0001"),
                _ => Queries,
            };
        return new(names.Select(it => KeyValuePair.Create(it, (JsonNode?)queries[it])));
    }

    static JsonNode Whole(JsonNode office)
    {
        var file = office.DeepClone();
        file["standard"]!["completion"]!["minutes"] = 5;
        file["local"]!["seasonalHours"] = new JsonArray(
            new JsonObject { ["from"] = "2026-02-18", ["to"] = "2026-03-19", ["hours"] = file["local"]!["hours"]!.DeepClone() });
        file["local"]!["pledge"] = new JsonObject
        {
            ["text"] = "Kami sanggup melayani sesuai standar.",
            ["signedBy"] = "Ratna Dewi",
            ["position"] = "Kepala",
            ["signedOn"] = "2026-01-05",
        };
        file["local"]!["compensation"] = "Permohonan maaf";
        file["local"]!["holidays"] = new JsonArray("2026-03-19");
        return file;
    }
}
