using CrmMapping;
using CrmMapping.Sqlite.Tests;
using Microsoft.Extensions.DependencyInjection;

// A process that shares a file with others: 'commit' or 'calls' connection contacts, 'save' or 'map' connection saver times.
using var services = new ServiceCollection().AddCrmMapping(crm => crm.UseSqlite(args[0])).BuildServiceProvider();
await (args[1..] switch
{
    ["commit", var connection, var contacts] =>
        Commits.RunAsync(services.GetRequiredService<ISyncStore>(), connection, int.Parse(contacts)),
    ["calls", var connection, var contacts] =>
        Calls.RunAsync(services.GetRequiredService<IActivityStore>(), services.GetRequiredService<ISyncStore>(), connection, int.Parse(contacts)),
    ["save", var connection, var saver, var times] =>
        Saves.OfConnectionAsync(services.GetRequiredService<IConnectionStore>(), connection, saver, int.Parse(times)),
    ["map", var connection, var saver, var times] =>
        Saves.OfMappingAsync(services.GetRequiredService<IConnectionStore>(), connection, saver, int.Parse(times)),
    _ => throw new ArgumentException($"'{string.Join(' ', args[1..])}' is nothing that it does.", nameof(args)),
});
