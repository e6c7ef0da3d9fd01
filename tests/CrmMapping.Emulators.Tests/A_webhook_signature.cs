using System.Text;

namespace CrmMapping.Emulators.Tests;

public sealed class A_webhook_signature
{
    private const string Secret = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";

    [Fact]
    public void Of_version_one_matches_the_published_example() =>
        HubSpotSignature.V1(Secret, """[{"eventId":1,"subscriptionId":12345,"portalId":62515,"occurredAt":1564113600000,"subscriptionType":"contact.creation","attemptNumber":0,"objectId":123,"changeSource":"CRM","changeFlag":"NEW","appId":54321}]"""u8)
            .Should().Be("232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de");

    [Theory]
    [InlineData(Secret, "https://www.example.com/webhook_uri", "{'example_field':'example_value'}", 1693657560000, "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=")]
    [InlineData(Secret, "https://www.example.com/webhook_uri", "{'example_field':'example_value'}", 1700000300000, "RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw=")]
    [InlineData("crmmapping-test-secret-0001", "https://hooks.example.com/hubspot?src=hs%3Aapp%2Fv3&x=%28a%29%20b", "[]", 1790000001000, "U0xB7WHD2dFpju9nsX7zkMq9G4aUCE9lBI07/WG5MEU=")]
    public void Of_version_three_matches_the_published_examples(string secret, string uri, string body, long timestamp, string signature) =>
        HubSpotSignature.V3(secret, "POST", uri, Encoding.UTF8.GetBytes(body), timestamp).Should().Be(signature);
}
