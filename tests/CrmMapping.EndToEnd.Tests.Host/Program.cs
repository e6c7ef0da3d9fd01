using System.Globalization;
using CrmMapping;
using CrmMapping.EndToEnd.Tests;
using Microsoft.Extensions.DependencyInjection;

// Runs an operation once, or tells of calls until they are dealt with, and dies at a given step: CRM's address, token, database file, time, operation, its subject, step, count.
var time = new TestTime(DateTimeOffset.Parse(args[3], CultureInfo.InvariantCulture));
var services = new ServiceCollection();
services.AddSync(new Uri(args[0]), args[1], args[2], time, SyncServices.Staffed);
services.AddStaff(args[2]);
if (args[4] == ToldCalls.Operation)
{
    services.TrackCalls();
}

services.DieAt(new KillPoint(args[6], int.Parse(args[7], CultureInfo.InvariantCulture)));
await using var provider = services.BuildServiceProvider();
var sync = await provider.GetRequiredService<ICrmConnections>().GetAsync("HubSpot");
using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
if (args[4] == ToldCalls.Operation)
{
    await ToldCalls.TellAsync(provider, patience.Token);
    return 0;
}

var run = await Operations.StartAsync(sync, args[4], args[5], patience.Token);
var ended = await run.WaitAsync(null, patience.Token);
return ended.State == OperationState.Completed ? 0 : 1;
