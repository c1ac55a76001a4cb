using Bogus;
using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>Publications as BPS numbers them in its catalogue: the subject's number, then the area's, which is the office's code.</summary>
internal static class Publications
{
    // Dalam Angka, indikator kesejahteraan, PDRB pengeluaran, PDRB lapangan usaha, statistik daerah, IPM.
    static readonly string[] Subjects = ["1102001", "4102004", "9302020", "9302021", "1101002", "4102002"];

    public static string Any(Office office, Randomizer chance) => $"{chance.ArrayElement(Subjects)}.{office.Code}";
}
