namespace Pst.Api.Tests.Isolation;

/// <summary>One line of the table.</summary>
/// <param name="Method">As programs spell it; PAGE is a page, which is opened and posted to.</param>
/// <param name="Roles">Who may; empty for everybody, known or not.</param>
public sealed record Rule(string Method, string Route, IReadOnlyList<string> Roles)
{
    public bool IsForEverybody => Roles.Count == 0;
    public string Name => $"{Method} {Route}";
}

/// <summary>
/// Who may do what, written down a second time from "Who may" in api.md and from docs/api.md. A new route without a line here fails the
/// tests, and so does a line without its route.
/// </summary>
public static class Rules
{
    const string Everybody = "everybody";

    const string Table = """
        POST /api/v1/offices/{code}/visits/{visitId}/arrive          kiosk visitor staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/sign_guestbook  kiosk visitor staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/rate            kiosk visitor staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/hold_id                       staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/assign_locker                 staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/call                          staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/skip                          staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/requeue                       staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/transfer                      staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/serve                         staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/end_service                   staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/step_out                      staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/come_back                     staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/record_reading        visitor staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/search_catalogue      visitor staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/request_softcopy      visitor staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/download_softcopy     visitor staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/make_copies                   staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/scan_softcopy                 staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/release_locker                staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/return_id                     staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/depart                        staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/report_lost_id                staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/hand_over_id                  staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/report_left_bag               staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/report_jammed_locker          staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/resolve_incident              staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/take_note                     staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/offer_compensation            staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/give_compensation             staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/undo                          staff supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/correct                             supervisor
        POST /api/v1/offices/{code}/visits/{visitId}/void                                supervisor

        POST /api/v1/offices/{code}/complaints/{complaintId}/receive       visitor staff supervisor
        POST /api/v1/offices/{code}/complaints/{complaintId}/reply         visitor staff supervisor
        POST /api/v1/offices/{code}/complaints/{complaintId}/accept        visitor
        POST /api/v1/offices/{code}/complaints/{complaintId}/answer                staff supervisor
        POST /api/v1/offices/{code}/complaints/{complaintId}/ask_information               staff supervisor
        POST /api/v1/offices/{code}/complaints/{complaintId}/verify                      supervisor
        POST /api/v1/offices/{code}/complaints/{complaintId}/resolve                     supervisor
        POST /api/v1/offices/{code}/complaints/{complaintId}/escalate                     supervisor
        POST /api/v1/offices/{code}/complaints/{complaintId}/dismiss                     supervisor
        POST /api/v1/offices/{code}/complaints/track                       visitor
        POST /api/v1/offices/{code}/follow_ups/{actionId}/open                           supervisor
        POST /api/v1/offices/{code}/follow_ups/{actionId}/assign                         supervisor
        POST /api/v1/offices/{code}/follow_ups/{actionId}/reschedule                     supervisor
        POST /api/v1/offices/{code}/follow_ups/{actionId}/note_progress                     supervisor
        POST /api/v1/offices/{code}/follow_ups/{actionId}/finish                         supervisor
        POST /api/v1/offices/{code}/follow_ups/{actionId}/drop                           supervisor
        POST /api/v1/offices/{code}/follow_ups/{actionId}/publish                        supervisor
        POST /api/v1/offices/{code}/follow_ups/{actionId}/unpublish                      supervisor
        POST /api/v1/offices/{code}/softcopies/{requestId}/ask             visitor staff supervisor
        POST /api/v1/offices/{code}/softcopies/{requestId}/prepare                 staff supervisor
        POST /api/v1/offices/{code}/softcopies/{requestId}/deliver                 staff supervisor
        POST /api/v1/offices/{code}/softcopies/{requestId}/decline                 staff supervisor
        POST /api/v1/offices/{code}/softcopies/{requestId}/call_back               staff supervisor
        POST /api/v1/offices/{code}/softcopies/{requestId}/rate            visitor
        POST /api/v1/offices/{code}/softcopies/{requestId}/scan                    staff supervisor
        POST /api/v1/offices/{code}/appointments/{appointmentId}/make      visitor
        POST /api/v1/offices/{code}/appointments/{appointmentId}/move      visitor
        POST /api/v1/offices/{code}/appointments/{appointmentId}/cancel    visitor
        POST /api/v1/offices/{code}/appointments/{appointmentId}/call_off          staff supervisor
        POST /api/v1/offices/{code}/webhooks                                             supervisor                 admin
        POST /api/v1/offices/{code}/webhooks/{webhookId}/replay                          supervisor                 admin
        POST /api/v1/offices/{code}/webhooks/{webhookId}/rotate                          supervisor                 admin
        POST /api/v1/offices/{code}/webhooks/{webhookId}/ping                            supervisor                 admin
        DELETE /api/v1/offices/{code}/webhooks/{webhookId}                               supervisor                 admin

        POST /api/v1/offices/{code}/close_day                                            supervisor
        POST /api/v1/offices/{code}/lockers/{locker}/out_of_order                        supervisor
        POST /api/v1/offices/{code}/lockers/{locker}/back_in_order                       supervisor
        POST /api/v1/offices/{code}/visitors/{visitorId}/erase                           supervisor
        PUT  /api/v1/offices/{code}                                                                                 admin
        POST /api/v1/keys                                                                                           admin

        GET  /api/v1/offices/{code}                                  kiosk visitor staff supervisor manager auditor admin
        GET  /api/v1/offices/{code}/standards                        kiosk visitor staff supervisor manager auditor admin
        GET  /api/v1/offices/{code}/queue                            kiosk         staff supervisor manager auditor
        GET  /api/v1/offices/{code}/stream                           kiosk         staff supervisor manager auditor
        GET  /api/v1/offices/{code}/visits                                         staff supervisor manager auditor
        GET  /api/v1/offices/{code}/visits/{visitId}                               staff supervisor manager auditor
        GET  /api/v1/offices/{code}/visits/{visitId}/events                        staff supervisor         auditor
        GET  /api/v1/offices/{code}/visitors/{visitorId}                           staff supervisor         auditor
        GET  /api/v1/offices/{code}/reads                                                supervisor         auditor
        GET  /api/v1/offices/{code}/custody                                        staff supervisor         auditor
        GET  /api/v1/offices/{code}/reports/sla                                          supervisor manager auditor
        GET  /api/v1/offices/{code}/reports/ratings                                      supervisor manager auditor
        GET  /api/v1/offices/{code}/reports/copies                                       supervisor manager auditor
        GET  /api/v1/offices/{code}/reports/visits                                       supervisor manager auditor
        GET  /api/v1/publications                                    kiosk visitor staff supervisor manager auditor admin
        GET  /api/v1/publications/{id}                               kiosk visitor staff supervisor manager auditor admin
        GET  /api/v1/offices/{code}/complaints                                     staff supervisor         auditor
        GET  /api/v1/offices/{code}/complaints/{complaintId}                       staff supervisor         auditor
        GET  /api/v1/offices/{code}/complaints/{complaintId}/events                staff supervisor         auditor
        GET  /api/v1/offices/{code}/complaints/{complaintId}/complainant               staff supervisor         auditor
        GET  /api/v1/offices/{code}/follow_ups                                           supervisor manager auditor
        GET  /api/v1/offices/{code}/follow_ups/{actionId}                                supervisor manager auditor
        GET  /api/v1/offices/{code}/follow_ups/{actionId}/events                         supervisor manager auditor
        GET  /api/v1/offices/{code}/follow_ups/owners                                    supervisor
        GET  /api/v1/offices/{code}/softcopies                                     staff supervisor         auditor
        GET  /api/v1/offices/{code}/softcopies/{requestId}                         staff supervisor         auditor
        GET  /api/v1/offices/{code}/softcopies/{requestId}/events                  staff supervisor         auditor
        GET  /api/v1/offices/{code}/softcopies/{requestId}/requester               staff supervisor         auditor
        GET  /api/v1/offices/{code}/softcopies/{requestId}/file                    staff supervisor
        GET  /api/v1/offices/{code}/appointments                                   staff supervisor         auditor
        GET  /api/v1/offices/{code}/appointments/slots               kiosk visitor staff supervisor manager auditor admin
        GET  /api/v1/offices/{code}/webhooks                                             supervisor                 admin
        GET  /api/v1/softcopy_checks/{checkCode}                     kiosk visitor staff supervisor manager auditor admin
        GET  /api/v1/log/checkpoint                                                                         auditor
        GET  /api/v1/log/entries                                                                            auditor
        GET  /api/v1/log/proofs/inclusion                                                                   auditor
        GET  /api/v1/log/proofs/consistency                                                                 auditor

        GET  /openapi/{documentName}.json                            everybody
        GET  /health/live                                            everybody
        GET  /health/ready                                           everybody

        PAGE /                                                       everybody
        PAGE /standar/{office}                                       everybody
        PAGE /pustaka                                                everybody
        PAGE /pustaka/{id}                                           everybody
        GET  /pustaka/{id}/berkas                                    everybody
        GET  /pustaka/{id}/sampul                                    everybody
        GET  /pustaka/saran                                          everybody
        PAGE /bahasa                                                 everybody
        PAGE /galat/{code:int}                                       everybody
        PAGE /masuk                                                  everybody
        PAGE /masuk/kode                                             everybody
        PAGE /keluar                                                 everybody
        PAGE /sertifikat                                             everybody
        PAGE /siapkan/{secret}                                       everybody
        PAGE /undangan/{secret}                                      everybody
        PAGE /perangkat/daftar                                       everybody
        PAGE /d/{code}                                               everybody
        PAGE /tamu/{pass}                                            everybody
        PAGE /tamu/{pass}/buku-tamu                                  everybody
        PAGE /tamu/lewat                                             everybody
        PAGE /t/{token}                                              everybody
        PAGE /t/{token}/nilai                                        everybody
        GET  /t/{token}/langsung                                     everybody
        PAGE /data-saya                                              everybody
        PAGE /data-saya/{secret}                                     everybody
        PAGE /bukti/{code}                                           everybody
        PAGE /pengaduan/{office}                                     everybody
        PAGE /pengaduan/{office}/lacak                               everybody
        PAGE /p/{token}                                              everybody
        PAGE /janji/{office}                                         everybody
        PAGE /j/{token}                                              everybody
        PAGE /pustaka/{id}/minta/{office}                            everybody
        PAGE /s/{token}                                              everybody
        PAGE /ambil/{token}                                          everybody
        PAGE /cek/{code?}                                            everybody
        PAGE /kata-sandi                                                   visitor staff supervisor manager auditor admin
        PAGE /akun                                                         visitor staff supervisor manager auditor admin
        PAGE /akun/daftar                                            everybody
        PAGE /akun/konfirmasi/{secret}                               everybody
        PAGE /masuk/tautan/{secret}                                  everybody
        PAGE /pustaka/tiket                                          everybody
        PAGE /pustaka/selesai                                        everybody
        PAGE /pustaka/daring                                               visitor
        PAGE /akun/profil                                                  visitor
        PAGE /akun/hapus                                                   visitor
        PAGE /akun/langkah-kedua                                           visitor staff supervisor manager auditor admin

        PAGE /kios                                                   kiosk         staff supervisor
        PAGE /kios/{visit}/buku-tamu                                 kiosk         staff supervisor
        PAGE /kios/{visit}/tiket                                     kiosk         staff supervisor
        PAGE /kios/{visit}/nilai                                     kiosk         staff supervisor
        PAGE /kios/luring                                            kiosk         staff supervisor
        PAGE /kios/kiriman                                           kiosk         staff supervisor
        PAGE /pintu                                                  kiosk         staff supervisor
        PAGE /kios/janji                                             kiosk         staff supervisor
        PAGE /kios/nilai                                             kiosk         staff supervisor
        PAGE /meja/{visit?}                                                        staff supervisor
        PAGE /meja/{visit}/{command}                                               staff supervisor
        PAGE /meja/{visit}/pindai                                                  staff supervisor
        PAGE /meja/kiriman                                                         staff supervisor
        PAGE /meja/berikutnya                                                      staff supervisor
        PAGE /meja/{visit}/data                                                    staff supervisor         auditor
        PAGE /piket                                                                staff supervisor
        PAGE /piket/email                                                          staff supervisor
        PAGE /piket/ringkasan                                                            supervisor manager auditor
        PAGE /piket/susun                                                                supervisor
        PAGE /piket/tukar                                                                supervisor
        PAGE /meja/{visit}/rekaman                                                       supervisor
        PAGE /penitipan/{office?}                                                  staff supervisor         auditor
        PAGE /penitipan/tutup-hari                                                       supervisor
        PAGE /penitipan/berita-acara/{day}                                         staff supervisor         auditor
        PAGE /penitipan/di-dalam                                                   staff supervisor         auditor
        PAGE /penitipan/kejadian/{visit}                                           staff supervisor
        PAGE /penitipan/loker/{locker}                                                   supervisor
        PAGE /riwayat/{office?}                                                    staff supervisor manager auditor
        PAGE /riwayat/{office}/{visit}                                             staff supervisor         auditor
        PAGE /riwayat/{office}/{visit}/data                                        staff supervisor         auditor
        GET  /riwayat/{office}/{visit}/cerita/{file}                               staff supervisor         auditor
        PAGE /riwayat/{office}/{visit}/mentah/{version:long}                                                auditor
        PAGE /waktu/{office?}                                                            supervisor         auditor
        PAGE /waktu/{office}/layar                                                       supervisor         auditor
        PAGE /riwayat/{office}/{visit}/bukti                                                                auditor
        PAGE /pembacaan/{office?}                                                        supervisor         auditor
        PAGE /insiden/{office?}                                                          supervisor                 admin
        PAGE /pustaka/{id}/rak                                                     staff supervisor
        PAGE /pustaka/dicari                                                       staff supervisor                 admin
        PAGE /pustaka/kelola                                                                                        admin
        PAGE /operasi                                                                                               admin
        PAGE /penilaian/{office?}                                                        supervisor manager auditor
        PAGE /definisi/{office?}                                                         supervisor manager auditor
        PAGE /ringkasan/{office?}                                                        supervisor manager auditor
        PAGE /nasional                                                                              manager auditor admin
        PAGE /ringkasan/{office}/kunjungan                                               supervisor manager auditor
        PAGE /ringkasan/{office}/pengaduan                                         staff supervisor         auditor
        PAGE /ikm/{office?}                                                              supervisor manager auditor
        GET  /ikm/{office}/{file}                                                        supervisor manager auditor
        PAGE /laporan/{office?}                                                          supervisor manager auditor
        PAGE /laporan/{office}/{month}                                                   supervisor manager auditor
        GET  /laporan/{office}/{month}/{file}                                            supervisor manager auditor
        PAGE /pemusnahan/{office?}                                                       supervisor         auditor
        PAGE /pemusnahan/{office}/{number:int}                                           supervisor         auditor
        GET  /pemusnahan/{office}/{number:int}/berita-acara.pdf                          supervisor         auditor
        PAGE /pemusnahan/orang/{visitor}                                                 supervisor
        PAGE /tindak-lanjut/{office?}                                                    supervisor manager auditor
        PAGE /tindak-lanjut/{office}/baru                                                supervisor
        PAGE /tindak-lanjut/{office}/{id}                                                supervisor manager auditor
        PAGE /janji-temu/{office?}                                                 staff supervisor         auditor
        PAGE /aduan/{office?}                                                      staff supervisor         auditor
        PAGE /aduan/{office}/baru                                                  staff supervisor
        PAGE /aduan/{office}/{id}                                                  staff supervisor         auditor
        PAGE /softcopy/{office?}                                                   staff supervisor         auditor
        PAGE /softcopy/{office}/{id}                                               staff supervisor         auditor
        PAGE /softcopy/{office}/telusur                                                  supervisor
        PAGE /bukti-dukung/{office?}                                                     supervisor manager auditor
        GET  /bukti-dukung/{office}/bukti-dukung.zip                                     supervisor manager auditor
        PAGE /permintaan-data/{office?}                                                  supervisor
        PAGE /permintaan-data/{office}/{visitor}/{version:long}                          supervisor
        PAGE /perangkat                                                                  supervisor                 admin
        PAGE /webhook/{office?}                                                          supervisor                 admin
        PAGE /webhook/{office}/{id:guid}                                                 supervisor                 admin
        PAGE /perangkat/{id:guid}/cabut                                                  supervisor                 admin
        PAGE /kantor                                                                                                admin
        PAGE /kantor/berkas                                                                                         admin
        PAGE /kantor/{office}                                                                                       admin
        PAGE /kantor/{office}/berkas                                                                                admin
        PAGE /kantor/{office}/standar                                                                               admin
        PAGE /kantor/{office}/standar/{from}                                                                        admin
        PAGE /kantor/{office}/{part}                                                                                admin
        PAGE /orang                                                                                                 admin
        PAGE /orang/wewenang                                                                                        admin
        PAGE /orang/baru                                                                                            admin
        PAGE /orang/{id:guid}                                                                                       admin
        PAGE /layar/{office?}                                        kiosk         staff supervisor manager auditor admin
        GET  /layar/{office}/langsung                                kiosk         staff supervisor manager auditor admin
        GET  /layar/{office}/suara/{ticket}/{desk}                   kiosk         staff supervisor manager auditor admin
        GET  /langsung                                               kiosk         staff supervisor manager auditor
        """;

    public static IReadOnlyList<string> Roles { get; } = ["kiosk", "visitor", "staff", "supervisor", "manager", "auditor", "admin"];

    public static IReadOnlyList<Rule> All { get; } = [.. Table.Split('\n').Where(it => it.Trim().Length > 0).Select(Read)];

    public static Rule Named(string name) => All.Single(it => it.Name == name);

    static Rule Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(words[0], words[1], words[2] == Everybody ? [] : words[2..]);
    }
}
