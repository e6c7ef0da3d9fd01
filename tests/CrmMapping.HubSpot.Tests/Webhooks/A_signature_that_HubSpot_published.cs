namespace CrmMapping.HubSpot.Tests;

[Trait("Rule", "S2")]
public sealed class A_signature_that_HubSpot_published
{
    private const string Secret = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private const string OwnSecret = "crmmapping-test-secret-0001";

    private const string Creation =
        """[{"eventId":1,"subscriptionId":12345,"portalId":62515,"occurredAt":1564113600000,"subscriptionType":"contact.creation","attemptNumber":0,"objectId":123,"changeSource":"CRM","changeFlag":"NEW","appId":54321}]""";

    private const string Zoe =
        """[{"eventId":100,"subscriptionId":25,"portalId":1234567,"appId":4242,"occurredAt":1790000000000,"subscriptionType":"contact.propertyChange","attemptNumber":0,"objectId":512,"propertyName":"firstname","propertyValue":"Zoë","changeSource":"CRM_UI","sourceId":"userId:77"}]""";

    [Fact]
    public void Is_believed_in_version_1() => Refuse(
        HubSpotSignatures.V1,
        new A_delivery { Body = Creation }.Signed("v1", "232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de"))
        .Should().BeNull();

    [Theory]
    [InlineData("GET", "", "eee2dddcc73c94d699f5e395f4b9d454a069a6855fbfa152e91e88823087200e")]
    [InlineData("POST", """{"example_field":"example_value"}""", "9569219f8ba981ffa6f6f16aa0f48637d35d728c7e4d93d0d52efaa512af7900")]
    public void Is_believed_in_version_2(string method, string body, string signature) => Refuse(
        HubSpotSignatures.V2, new A_delivery { Method = method, Body = body }.Signed("v2", signature)).Should().BeNull();

    [Theory]
    [InlineData(1693657560000, "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=")]
    [InlineData(1700000300000, "RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw=")]
    public void Is_believed_in_version_3(long at, string signature) => Refuse(
        HubSpotSignatures.V3, new A_delivery { Body = "{'example_field':'example_value'}" }.SignedV3(signature, $"{at}"), at)
        .Should().BeNull();

    [Fact]
    public void Covers_the_raw_bytes_of_letters_beyond_ascii() => Refuse(
        HubSpotSignatures.V3,
        new A_delivery { Url = "https://hooks.example.com/hubspot", Body = Zoe }
            .SignedV3("WhtSa7NvcrNqqBHa1OCEXjE9SDfotixno5nOaMzifTY=", "1790000001000"),
        1790000001000, OwnSecret).Should().BeNull();

    [Theory]
    [InlineData("U0xB7WHD2dFpju9nsX7zkMq9G4aUCE9lBI07/WG5MEU=", true)]
    [InlineData("LV6GBkYjUjWDu5wqRjAnxD2w43pOyvHauacYnQU/M9o=", false)]
    public void Is_over_the_address_with_a_few_escapes_decoded(string signature, bool believed) => (Refuse(
        HubSpotSignatures.V3,
        new A_delivery { Url = "https://hooks.example.com/hubspot?src=hs%3Aapp%2Fv3&x=%28a%29%20b" }.SignedV3(signature, "1790000001000"),
        1790000001000, OwnSecret) is null).Should().Be(believed);

    private static string? Refuse(HubSpotSignatures believed, A_delivery delivery, long now = 0, string secret = Secret) =>
        new WebhookSignature(new HubSpotOptions { WebhookSecret = secret, Signatures = believed }, new FixedClock(now))
            .Refuse(delivery.Request);
}
