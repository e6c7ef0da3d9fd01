using CrmMapping;

namespace ReadmeCode;

// <readme:words>
public static class MarketingWords
{
    extension<TContact, TValue>(IMappingBuilder<TContact, TValue> mapping)
        where TContact : class, new()
    {
        /// <summary>Marks marketing consent: the host decides it, and a missing answer never clears it.</summary>
        public IMappingDetails<TContact, TValue> AsMarketingConsent() => mapping.ToCrm().KeepWhenBlank();
    }
}
// </readme>
