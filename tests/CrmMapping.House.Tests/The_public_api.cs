namespace CrmMapping.House.Tests;

public sealed class The_public_api
{
    private const string AcceptVariable = "CRMMAPPING_ACCEPT";

    public static TheoryData<string> Packages => Package.Names;

    [Theory, MemberData(nameof(Packages))]
    public void Is_the_one_in_its_file(string package)
    {
        var written = Path.Combine(Tree.Root.FullName, "src", package, "PublicApi.txt");
        var received = Path.ChangeExtension(written, ".received.txt");
        var actual = PublicApi.Of(new Package(package));
        if (Environment.GetEnvironmentVariable(AcceptVariable) is "1")
        {
            File.WriteAllText(written, actual);
        }

        var expected = File.Exists(written) ? File.ReadAllText(written).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        var (before, now) = (expected.Split('\n'), actual.Split('\n'));
        Assert.Fail(
            $"The public API of {package} is not the one in src/{package}/PublicApi.txt. What users reach is a promise: look at each line, and when "
            + $"it is meant, run '{AcceptVariable}=1 dotnet test tests/CrmMapping.House.Tests' and commit the file.\n"
            + string.Concat(before.Except(now).Select(static line => $"  - {line.Trim()}\n"))
            + string.Concat(now.Except(before).Select(static line => $"  + {line.Trim()}\n")));
    }
}
