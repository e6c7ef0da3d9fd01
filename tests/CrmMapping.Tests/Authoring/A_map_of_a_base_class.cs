namespace CrmMapping.Tests.Authoring;

public sealed class A_map_of_a_base_class
{
    [Fact]
    public void Maps_the_properties_of_base_and_derived_contact() =>
        new VipMap().Set().ToString().Should().Be("""
            VipMap
              Phone ↔ phone  🔒
              Name  ↔ name   🗑️
              Tier  ↔ tier   🗑️
            """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Reads_and_writes_them(bool fused)
    {
        var map = new VipMap();
        var access = ContactAccess<Vip>.For(map.Set(), map.Fields, fused);
        var (values, copy) = (new RecordBuffer(), new Vip());

        access.Read(new Vip { Phone = "+14155550123", Name = "Ada", Tier = "Gold" }, values);
        access.Apply(copy, values).Should().BeEmpty();

        copy.Should().BeEquivalentTo(new Vip { Phone = "+14155550123", Name = "Ada", Tier = "Gold" });
    }

    private class Person
    {
        public string? Phone { get; set; }

        public virtual string? Name { get; set; }
    }

    private sealed class Vip : Person
    {
        public override string? Name { get; set; }

        public string? Tier { get; set; }
    }

    private abstract class PersonMap<TPerson> : ContactMap<TPerson>
        where TPerson : Person, new()
    {
        protected PersonMap()
        {
            Map(c => c.Phone).To("phone").Locked();
            Map(c => c.Name).To("name");
        }
    }

    private sealed class VipMap : PersonMap<Vip>
    {
        public VipMap() => Map(c => c.Tier).To("tier");
    }
}
