namespace CrmMapping.Benchmarks;

internal sealed class MixedMap : ContactMap<MixedContact>
{
    public MixedMap()
    {
        Map(c => c.Phone).To("phone").Locked();
        Map(c => c.P01).To("property_p01");
        Map(c => c.P02).To("property_p02");
        Map(c => c.P03).To("property_p03");
        Map(c => c.P04).To("property_p04");
        Map(c => c.P05).To("property_p05");
        Map(c => c.P06).To("property_p06");
        Map(c => c.P07).To("property_p07");
        Map(c => c.P08).To("property_p08");
        Map(c => c.P09).To("property_p09");
        Map(c => c.P10).To("property_p10");
        Map(c => c.P11).To("property_p11");
        Map(c => c.P12).To("property_p12");
        Map(c => c.P13).To("property_p13");
        Map(c => c.P14).To("property_p14");
        Map(c => c.P15).To("property_p15");
        Map(c => c.P16).To("property_p16");
        Map(c => c.P17).To("property_p17");
        Map(c => c.P18).To("property_p18");
        Map(c => c.P19).To("property_p19");
        Map(c => c.P20).To("property_p20");
        Map(c => c.P21).To("property_p21");
        Map(c => c.P22).To("property_p22");
        Map(c => c.P23).To("property_p23");
        Map(c => c.P24).To("property_p24");
        Map(c => c.P25).To("property_p25");
        Map(c => c.P26).To("property_p26");
        Map(c => c.P27).To("property_p27");
        Map(c => c.P28).To("property_p28");
        Map(c => c.P29).To("property_p29");
        Map(c => c.P30).To("property_p30");
        Map(c => c.P31).To("property_p31");
        Map(c => c.P32).To("property_p32");
        Map(c => c.P33).To("property_p33");
        Map(c => c.P34).To("property_p34");
        Map(c => c.P35).To("property_p35");
        Map(c => c.P36).To("property_p36");
        Map(c => c.P37).To("property_p37");
        Map(c => c.P38).To("property_p38");
        Map(c => c.P39).To("property_p39");
        Map(c => c.P40).To("property_p40");
        Map(c => c.P41).To("property_p41");
        Map(c => c.P42).To("property_p42");
        Map(c => c.P43).To("property_p43");
        Map(c => c.P44).To("property_p44");
        Map(c => c.P45).To("property_p45");
        Map(c => c.P46).To("property_p46");
        Map(c => c.P47).To("property_p47");
        Map(c => c.P48).To("property_p48");
        Map(c => c.P49).To("property_p49");
        Map(c => c.P50).To("property_p50");
        Map(c => c.P51).To("property_p51");
        Map(c => c.P52).To("property_p52");
        Map(c => c.P53).To("property_p53");
        Map(c => c.P54).To("property_p54");
        Map(c => c.P55).To("property_p55");
        Map(c => c.P56).To("property_p56");
        Map(c => c.P57).To("property_p57");
        Map(c => c.P58).To("property_p58");
        Map(c => c.P59).To("property_p59");
    }
}
