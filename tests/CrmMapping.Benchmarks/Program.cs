using BenchmarkDotNet.Running;

// Run by hand: dotnet run -c Release --project tests/CrmMapping.Benchmarks -- --filter '*' --job short
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
