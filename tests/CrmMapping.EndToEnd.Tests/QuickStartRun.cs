namespace CrmMapping.EndToEnd.Tests;

internal sealed record QuickStartRun(int ExitCode, string Output, string Errors);
