using System.Globalization;
using CrmMapping;
using CrmMapping.EndToEnd.Tests;
using Microsoft.Extensions.DependencyInjection;

// Syncs once, and dies at a given step: CRM's address, token, database file, time, step, count.
var time = new TestTime(DateTimeOffset.Parse(args[3], CultureInfo.InvariantCulture));
var kill = new KillPoint(args[4], int.Parse(args[5], CultureInfo.InvariantCulture));
var services = new ServiceCollection();
services.AddSync(new Uri(args[0]), args[1], args[2], time);
services.DieAt(kill);
await using var provider = services.BuildServiceProvider();
var sync = await provider.GetRequiredService<ICrmConnections>().GetAsync("HubSpot");
using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
var ended = await (await sync.SyncChangesAsync(patience.Token)).WaitAsync(null, patience.Token);
return ended.State == OperationState.Completed ? 0 : 1;
