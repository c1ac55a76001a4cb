namespace Pst.Domain;

/// <summary>The nine elements of service that visitors mark from 1 to 4, in their printed order (PermenPANRB 14/2017).</summary>
public enum Element
{
    PERSYARATAN = 1, PROSEDUR = 2, WAKTU = 3, BIAYA = 4, PRODUK = 5, KOMPETENSI = 6, PERILAKU = 7, PENGADUAN = 8, SARANA = 9,
}
