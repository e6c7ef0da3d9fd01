using CrmMapping;
using Microsoft.Extensions.DependencyInjection;
using QuickStart;

return await CommandLine.RunAsync(args, (services, run) => services.AddCrmMapping(crm => run.AddTo(crm
    .UseSqlite(run.ConnectionString)
    .UseSqliteContacts<Contact>(run.ConnectionString, keys => keys
        .Phone(c => c.Phone)
        .Phone(c => c.MobilePhone)
        .Email(c => c.Email))
    .UseUsers<Team>())));
