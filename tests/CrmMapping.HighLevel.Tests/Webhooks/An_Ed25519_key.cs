using System.Security.Cryptography;
using System.Text;

namespace CrmMapping.HighLevel.Tests;

[Trait("Rule", "S2")]
public sealed class An_Ed25519_key
{
    // A key and signatures that were made for the purpose, and not HighLevel's.
    private const string Pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA603dnud1tcR7fbwxtLosOdFxPAotCMOt36TX1HQdchI=\n-----END PUBLIC KEY-----\n";
    private const string Raw = "603dnud1tcR7fbwxtLosOdFxPAotCMOt36TX1HQdchI=";
    private const string Odd = "{ \"type\" : \"ContactDelete\",\n  \"id\":\"ctQ1example0000000000\", \"locationId\":\"locQ1example000000000\" }\n";
    private const string OddSignature = "/AyS5FujL/AKc6iium/o2CpR3IYqyHYSvVZCrYbejYRemqrEW1ni/uTGVdj2Mz9o/3Rm0Sy99uyFVWFF86B9Ag==";

    // The order of the group (RFC 8032), least byte first.
    private static readonly byte[] Order = Convert.FromHexString("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");

    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Verifies_the_signatures_of_the_standard(string key, string message, string signature)
    {
        var (text, proof) = (Convert.FromHexString(message), Convert.FromHexString(signature));

        Ed25519Key.Read(key)!.Verifies(text, proof).Should().BeTrue();
        Ed25519Key.Read(key)!.Verifies([.. text, 0], proof).Should().BeFalse();
    }

    [Theory]
    [InlineData(Pem)]
    [InlineData(Raw)]
    [InlineData("eb4ddd9ee775b5c47b7dbc31b4ba2c39d1713c0a2d08c3addfa4d7d4741d7212")]
    public void Is_read_in_each_of_its_spellings_and_verifies_raw_bytes(string text)
    {
        var key = Ed25519Key.Read(text)!;

        key.Verifies(Encoding.UTF8.GetBytes(Odd), Convert.FromBase64String(OddSignature)).Should().BeTrue();
        key.Verifies(Encoding.UTF8.GetBytes(Odd.Trim()), Convert.FromBase64String(OddSignature)).Should().BeFalse();
    }

    [Fact]
    public void Takes_no_other_spelling_of_a_signature()
    {
        var signature = Convert.FromBase64String(OddSignature);
        var carry = 0;
        for (var place = 0; place < 32; place++)
        {
            carry += signature[32 + place] + Order[place];
            signature[32 + place] = (byte)carry;
            carry >>= 8;
        }

        Ed25519Key.Read(Pem)!.Verifies(Encoding.UTF8.GetBytes(Odd), signature).Should().BeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(63)]
    public void Takes_no_signature_of_which_a_bit_was_changed(int place)
    {
        var signature = Convert.FromBase64String(OddSignature);
        signature[place] ^= 1;

        Ed25519Key.Read(Pem)!.Verifies(Encoding.UTF8.GetBytes(Odd), signature).Should().BeFalse();
    }

    [Theory]
    [InlineData(63)]
    [InlineData(65)]
    [InlineData(0)]
    public void Takes_no_signature_of_another_length(int length) =>
        Ed25519Key.Read(Pem)!.Verifies(Encoding.UTF8.GetBytes(Odd), new byte[length]).Should().BeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a key")]
    [InlineData("AAAA")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    public void Is_none_where_the_text_is_none_or_a_point_with_which_everybody_could_sign(string? text) => Ed25519Key.Read(text).Should().BeNull();

    [Fact]
    public void Is_by_default_the_one_that_HighLevel_publishes() =>
        (Hash(WebhookKeys.Present), Hash(WebhookKeys.Older)).Should().Be((
            "5a2c1b2749d3efcc233fb27d4ab43d56b8d20818c42cd226f6c9a3ff20d3097c",
            "2f62045d413b1b7747e26770ce7f57840cbf86288cd20ceb90d299a62501fd25"));

    private static string Hash(string pem) => Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data])));
}
