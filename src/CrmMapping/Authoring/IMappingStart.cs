namespace CrmMapping;

/// <summary>Begins the mapping of a property: what it is, and to which CRM field it belongs.</summary>
/// <typeparam name="TContact">The host's contact.</typeparam>
/// <typeparam name="TValue">What the property holds.</typeparam>
public interface IMappingStart<TContact, TValue> : ILocalFieldWords<IMappingStart<TContact, TValue>>
    where TContact : class, new()
{
    /// <summary>Marks the property as the contact's owner, the id of a user of the host. Direction ← unless said otherwise.</summary>
    /// <returns>The same sentence.</returns>
    IMappingStart<TContact, TValue> AsOwner();

    /// <summary>Marks the property as the contact's disposition status. Direction ←, or ↔ when said so.</summary>
    /// <returns>The same sentence.</returns>
    IMappingStart<TContact, TValue> AsDispositionStatus();

    /// <summary>Marks the property as the contact's lifecycle stage. Direction ← unless said otherwise.</summary>
    /// <returns>The same sentence.</returns>
    IMappingStart<TContact, TValue> AsLifecycleStage();

    /// <summary>Says to which CRM field the property belongs.</summary>
    /// <param name="crmField">The field's name in the CRM's API.</param>
    /// <returns>The mapping, open and both ways until more is said.</returns>
    IMappingBuilder<TContact, TValue> To(string crmField);
}
