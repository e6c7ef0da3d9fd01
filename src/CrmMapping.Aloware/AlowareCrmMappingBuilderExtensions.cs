using CrmMapping.Aloware;
using NodaTime;

namespace CrmMapping;

/// <summary>Adds the words of a contact centre.</summary>
public static class AlowareCrmMappingBuilderExtensions
{
    extension(CrmMappingBuilder crm)
    {
        /// <summary>Keeps the fields of the application's contacts that track calls and messages, so that they are synced like the others.</summary>
        /// <typeparam name="TContact">The application's contact, as <c>UseContacts</c> names it.</typeparam>
        /// <param name="zone">The account's zone, in whose calendar dates and times of day are read; null is UTC.</param>
        /// <returns>The same builder.</returns>
        public CrmMappingBuilder TrackActivity<TContact>(DateTimeZone? zone = null)
            where TContact : AlowareContact, new() =>
            crm.TrackActivity<TContact>((contact, activity) => AlowareActivity.Apply(contact, activity, zone ?? DateTimeZone.Utc));
    }
}
