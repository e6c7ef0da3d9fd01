using NodaTime;

namespace CrmMapping.Benchmarks;

/// <summary>A contact of sixty properties, most of them texts, as hosts have them.</summary>
public sealed class MixedContact
{
    public string? Phone { get; set; }

    public string? P01 { get; set; }

    public string? P02 { get; set; }

    public string? P03 { get; set; }

    public string? P04 { get; set; }

    public bool P05 { get; set; }

    public string? P06 { get; set; }

    public string? P07 { get; set; }

    public string? P08 { get; set; }

    public string? P09 { get; set; }

    public string? P10 { get; set; }

    public string? P11 { get; set; }

    public string? P12 { get; set; }

    public string? P13 { get; set; }

    public string? P14 { get; set; }

    public int P15 { get; set; }

    public string? P16 { get; set; }

    public string? P17 { get; set; }

    public string? P18 { get; set; }

    public string? P19 { get; set; }

    public string? P20 { get; set; }

    public string? P21 { get; set; }

    public string? P22 { get; set; }

    public string? P23 { get; set; }

    public string? P24 { get; set; }

    public decimal? P25 { get; set; }

    public string? P26 { get; set; }

    public string? P27 { get; set; }

    public string? P28 { get; set; }

    public string? P29 { get; set; }

    public string? P30 { get; set; }

    public string? P31 { get; set; }

    public string? P32 { get; set; }

    public string? P33 { get; set; }

    public string? P34 { get; set; }

    public LocalDate? P35 { get; set; }

    public string? P36 { get; set; }

    public string? P37 { get; set; }

    public string? P38 { get; set; }

    public string? P39 { get; set; }

    public string? P40 { get; set; }

    public string? P41 { get; set; }

    public string? P42 { get; set; }

    public string? P43 { get; set; }

    public string? P44 { get; set; }

    public Instant? P45 { get; set; }

    public string? P46 { get; set; }

    public string? P47 { get; set; }

    public string? P48 { get; set; }

    public string? P49 { get; set; }

    public string? P50 { get; set; }

    public string? P51 { get; set; }

    public string? P52 { get; set; }

    public string? P53 { get; set; }

    public string? P54 { get; set; }

    public bool P55 { get; set; }

    public string? P56 { get; set; }

    public string? P57 { get; set; }

    public string? P58 { get; set; }

    public string? P59 { get; set; }
}
