namespace CrmMapping.Aloware;

/// <summary>Offers every field of the contact to admins; each CRM's map says which of them it maps. The maps derive from it.</summary>
/// <typeparam name="TContact">The contact, with fields of the host's own or without.</typeparam>
public abstract class AlowareMap<TContact> : ContactMap<TContact>
    where TContact : AlowareContact, new()
{
    private protected AlowareMap() => Preset(() =>
    {
        OfferDetails();
        OfferActivity();
    });

    private void OfferDetails()
    {
        Field(c => c.OwnerId);
        Field(c => c.DispositionStatus);
        Field(c => c.LifecycleStage);
        Field(c => c.FirstName);
        Field(c => c.LastName);
        Field(c => c.FullName);
        Field(c => c.CompanyName);
        Field(c => c.Address);
        Field(c => c.City);
        Field(c => c.State);
        Field(c => c.Country);
        Field(c => c.ZipCode);
        Field(c => c.Website);
        Field(c => c.DateOfBirth);
        Field(c => c.TimeZone);
        Field(c => c.LeadSource);
        Field(c => c.IncomingNumber).As(FieldType.Phone);
        Field(c => c.CustomField1);
        Field(c => c.CustomField2);
        Field(c => c.TcpaApproved);
        Field(c => c.ContactLink);
        Field(c => c.ContactId);
        Field(c => c.HomePhone);
        Field(c => c.MobilePhone);
        Field(c => c.Fax);
        Field(c => c.OtherPhone);
    }

    private void OfferActivity()
    {
        Field(c => c.DoNotCall);
        Field(c => c.LineType);
        Field(c => c.LastInboundTextMessage).As(FieldType.MultilineText);
        Field(c => c.LastOutboundTextMessage).As(FieldType.MultilineText);
        Field(c => c.TotalInboundTextMessages);
        Field(c => c.TotalOutboundTextMessages);
        Field(c => c.LastInboundTextMessageAt);
        Field(c => c.LastInboundTextMessageDate);
        Field(c => c.LastInboundTextMessageTime);
        Field(c => c.LastOutboundTextMessageAt);
        Field(c => c.LastOutboundTextMessageDate);
        Field(c => c.LastOutboundTextMessageTime);
        Field(c => c.TotalInboundCalls);
        Field(c => c.TotalOutboundCalls);
        Field(c => c.LastInboundCallAt);
        Field(c => c.LastInboundCallDate);
        Field(c => c.LastInboundCallTime);
        Field(c => c.LastOutboundCallAt);
        Field(c => c.LastOutboundCallDate);
        Field(c => c.LastOutboundCallTime);
        Field(c => c.LastCallDisposition);
        Field(c => c.LastInboundCallDisposition);
        Field(c => c.LastOutboundCallDisposition);
        Field(c => c.LastInboundEngagementAt);
        Field(c => c.LastOutboundEngagementAt);
        Field(c => c.LastEngagementAt);
        Field(c => c.FirstInboundCallAt);
        Field(c => c.FirstOutboundCallAt);
        Field(c => c.FirstInboundTextMessageAt);
        Field(c => c.FirstOutboundTextMessageAt);
        Field(c => c.FirstInboundEngagementAt);
        Field(c => c.FirstOutboundEngagementAt);
    }
}
