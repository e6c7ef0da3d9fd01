using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CrmMapping.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace CrmMapping;

/// <summary>Adds the words with which SQLite keeps the state of syncing, and contacts.</summary>
public static class SqliteCrmMappingBuilderExtensions
{
    extension(CrmMappingBuilder crm)
    {
        /// <summary>Keeps the state of syncing, connections and credentials in a SQLite file, which is made when it is not there.</summary>
        /// <param name="connectionString">
        /// Names the file, as in <c>Data Source=crm-sync.db</c>; <c>Default Timeout</c> says for how many seconds a lock of another
        /// process is waited for, 30 when it is not said. Null, blank or without a file is a mistake reported at start-up.
        /// </param>
        /// <returns>The same builder.</returns>
        /// <remarks>
        /// Replaces an earlier store; what the host registered itself stands. Several processes of one machine may share the file; it must
        /// lie on a local disk. Tokens are stored as they are: a host with a vault registers its own <see cref="ICredentialSource"/>.
        /// </remarks>
        public CrmMappingBuilder UseSqlite(string? connectionString)
        {
            crm.Check(connectionString, nameof(UseSqlite));
            return crm.Use(
                "store",
                ServiceDescriptor.Singleton(_ => new SqliteDatabase(connectionString!, SyncSchema.Current)),
                ServiceDescriptor.Singleton<ISyncStore, SqliteSyncStore>(static provider => new(Database(provider))),
                ServiceDescriptor.Singleton<IConnectionStore, SqliteConnectionStore>(static provider => new(Database(provider))),
                ServiceDescriptor.Singleton<IActivityStore, SqliteActivityStore>(static provider => new(Database(provider))),
                ServiceDescriptor.Singleton<ICredentialSource, SqliteCredentialSource>(static provider => new(Database(provider))),
                ServiceDescriptor.Singleton<IChangeQueue, SqliteChangeQueue>(MakeQueue));
        }

        /// <summary>Keeps the contacts themselves in a SQLite file, for a host that has no database of its own.</summary>
        /// <typeparam name="TContact">The host's contact: a class that JSON holds whole.</typeparam>
        /// <param name="connectionString">Names the file, as for <c>UseSqlite</c>; it may be the same one.</param>
        /// <param name="json">Says how a contact becomes JSON: the property of a <c>JsonSerializerContext</c>.</param>
        /// <param name="keys">Names the properties that hold phone numbers and e-mail addresses, at least one.</param>
        /// <returns>The same builder.</returns>
        /// <remarks>
        /// The application works with them through <see cref="SqliteContacts{TContact}"/>. Converters for the types of NodaTime are in
        /// this package. Replaces an earlier <c>UseContacts</c>; what the host registered itself stands.
        /// </remarks>
        public CrmMappingBuilder UseSqliteContacts<TContact>(
            string? connectionString, JsonTypeInfo<TContact> json, Action<SqliteContactKeys<TContact>> keys)
            where TContact : class, new()
        {
            ArgumentNullException.ThrowIfNull(json);
            ArgumentNullException.ThrowIfNull(keys);
            crm.Check(connectionString, nameof(UseSqliteContacts));
            var chosen = new SqliteContactKeys<TContact>();
            keys(chosen);
            if (chosen.IsEmpty)
            {
                crm.Report(SqliteMistakes.NoKeys(typeof(TContact).Name));
            }

            return crm.UseContacts<TContact, SqliteContactRepository<TContact>>().Use(
                "contacts in SQLite",
                ServiceDescriptor.Singleton(_ => new ContactBase<TContact>(connectionString!, json, chosen)),
                ServiceDescriptor.Singleton(static provider => new SqliteContacts<TContact>(
                    provider.GetRequiredService<ContactBase<TContact>>(), provider.GetRequiredService<IClock>())));
        }

        /// <summary>Keeps the contacts themselves in a SQLite file, with JSON found by reflection and NodaTime's types in ISO 8601.</summary>
        /// <typeparam name="TContact">The host's contact: a class that JSON holds whole.</typeparam>
        /// <param name="connectionString">Names the file, as for <c>UseSqlite</c>; it may be the same one.</param>
        /// <param name="keys">Names the properties that hold phone numbers and e-mail addresses, at least one.</param>
        /// <returns>The same builder.</returns>
        /// <remarks>In a trimmed application give a <see cref="JsonTypeInfo{T}"/> instead.</remarks>
        [RequiresUnreferencedCode("The contact's properties are found by reflection. Give a JsonTypeInfo instead.")]
        [RequiresDynamicCode("The contact's properties are read by code made at run time. Give a JsonTypeInfo instead.")]
        public CrmMappingBuilder UseSqliteContacts<TContact>(
            string? connectionString, Action<SqliteContactKeys<TContact>> keys)
            where TContact : class, new()
        {
            var options = new JsonSerializerOptions
            {
                TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
                Converters =
                {
                    new InstantJsonConverter(),
                    new OffsetDateTimeJsonConverter(),
                    new LocalDateJsonConverter(),
                    new LocalTimeJsonConverter(),
                    new OffsetTimeJsonConverter(),
                },
            };
            return crm.UseSqliteContacts(connectionString, (JsonTypeInfo<TContact>)options.GetTypeInfo(typeof(TContact)), keys);
        }

        private void Check(string? connectionString, string verb)
        {
            if (SqliteFile.Fault(connectionString) is { } fault)
            {
                crm.Report(SqliteMistakes.ConnectionString(verb, fault));
            }
        }
    }

    private static SqliteDatabase Database(IServiceProvider provider) => provider.GetRequiredService<SqliteDatabase>();

    private static SqliteChangeQueue MakeQueue(IServiceProvider provider) => new(
        Database(provider),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetService<ILogger<SqliteChangeQueue>>() ?? NullLogger<SqliteChangeQueue>.Instance);
}
