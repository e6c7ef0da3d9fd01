using System.Runtime.CompilerServices;

namespace CrmMapping;

/// <summary>Compares text with the <c>*.verified.txt</c> beside the test, as Verify does.</summary>
internal static class Snapshot
{
    /// <summary>Fails unless the text is the verified one; what was met is then left in <c>*.received.txt</c> beside it.</summary>
    public static void Verify(object actual, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        var (verified, received) = ($"{path}.verified.txt", $"{path}.received.txt");
        var (text, expected) = (Lines(actual.ToString() ?? ""), File.Exists(verified) ? Lines(File.ReadAllText(verified)) : null);
        File.Delete(received);
        if (text == expected)
        {
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail($"""
            {Path.GetFileName(verified)} {(expected is null ? "is not there yet" : "says otherwise")}. Met:

            {text}

            If that is right, accept it: move "{received}" to "{verified}".
            """);
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');
}
