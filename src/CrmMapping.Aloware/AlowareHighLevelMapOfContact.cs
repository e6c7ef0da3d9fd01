namespace CrmMapping.Aloware;

/// <summary>Keeps contacts in sync with HighLevel's contacts; a map that derives from it adds to it and changes it.</summary>
/// <typeparam name="TContact">The contact, with fields of the host's own or without.</typeparam>
/// <remarks>
/// The fields whose keys begin with <c>contact.aloware_</c> are custom fields of the location; HighLevel makes such a key of the name that the field
/// is created with. As HighLevel has neither checkboxes nor dates with a time, yes and no are chosen from a list and times are ISO text in UTC.
/// </remarks>
public abstract class AlowareHighLevelMap<TContact> : AlowareMap<TContact>
    where TContact : AlowareContact, new()
{
    private const string Locked = "Default locked fields";
    private const string Special = "Special fields";
    private const string Open = "Default open fields";
    private const string Custom = "Aloware custom fields";
    private const string Compliance = "Compliance fields";
    private const string Messaging = "Messaging activity fields";
    private const string Calls = "Call activity fields";
    private const string Tracking = "Call and message tracking fields";
    private const string Engagement = "Engagement tracking fields";
    private const string First = "First activity tracking fields";

    /// <summary>Maps what is shipped.</summary>
    protected AlowareHighLevelMap() => Preset(() =>
    {
        MapContact();
        MapCustomFields();
        MapCompliance();
        MapMessaging();
        MapCalls();
        MapTracking();
        MapEngagement();
        MapFirstActivity();
    });

    private void MapContact()
    {
        Map(c => c.PhoneNumber).To("phone").InGroup(Locked).Locked();
        Map(c => c.Email).To("email").InGroup(Locked).Locked();
        Map(c => c.OwnerId).AsOwner().To("assignedTo").InGroup(Special);
        Map(c => c.FirstName).To("firstName").InGroup(Open);
        Map(c => c.LastName).To("lastName").InGroup(Open);
        Map(c => c.CompanyName).To("companyName").InGroup(Open);
        Map(c => c.Address).To("address1").InGroup(Open);
        Map(c => c.City).To("city").InGroup(Open);
        Map(c => c.State).To("state").InGroup(Open);
        Map(c => c.Country).To("country").InGroup(Open);
        Map(c => c.ZipCode).To("postalCode").InGroup(Open);
        Map(c => c.Website).To("website").InGroup(Open);
        Map(c => c.DateOfBirth).To("dateOfBirth").InGroup(Open);
        Map(c => c.TimeZone).To("timezone").InGroup(Open);
        Map(c => c.LeadSource).To("source").InGroup(Open);
    }

    private void MapCustomFields()
    {
        Map(c => c.IncomingNumber).As(FieldType.Phone).To("contact.aloware_incoming_number")
            .InGroup(Custom).SetUpAs("Aloware incoming number", FieldType.Phone);
        Map(c => c.CustomField1).To("contact.aloware_custom_field_1").InGroup(Custom).SetUpAs("Aloware custom field 1", FieldType.Text);
        Map(c => c.CustomField2).To("contact.aloware_custom_field_2").InGroup(Custom).SetUpAs("Aloware custom field 2", FieldType.Text);
        Map(c => c.TcpaApproved).To("contact.aloware_tcpa_approved")
            .Convert(new YesNoConverter()).InGroup(Custom)
            .SetUpAs("Aloware TCPA approved", FieldType.Picklist, YesNoConverter.Yes, YesNoConverter.No);
        Map(c => c.ContactLink).To("contact.aloware_contact_link")
            .ToCrm().Only().InGroup(Custom).SetUpAs("Aloware contact link", FieldType.MultilineText);
        Map(c => c.ContactId).To("contact.aloware_contact_id").ToCrm().Only().InGroup(Custom).SetUpAs("Aloware contact ID", FieldType.Text);
    }

    private void MapCompliance()
    {
        Map(c => c.DoNotCall).To("dndSettings.Call").ToCrm().Only().InGroup(Compliance);
        Map(c => c.LineType).To("contact.aloware_line_type")
            .ToCrm().Only().InGroup(Compliance).SetUpAs("Aloware line type", FieldType.Picklist, "Landline", "Wireless", "VOIP", "Other");
    }

    private void MapMessaging()
    {
        Map(c => c.LastInboundTextMessage).As(FieldType.MultilineText).To("contact.aloware_last_inbound_text_message")
            .TracksActivity().InGroup(Messaging).SetUpAs("Aloware last inbound text message", FieldType.MultilineText);
        Map(c => c.LastOutboundTextMessage).As(FieldType.MultilineText).To("contact.aloware_last_outbound_text_message")
            .TracksActivity().InGroup(Messaging).SetUpAs("Aloware last outbound text message", FieldType.MultilineText);
        Map(c => c.TotalInboundTextMessages).To("contact.aloware_total_inbound_text_messages")
            .TracksActivity().InGroup(Messaging).SetUpAs("Aloware total inbound text messages", FieldType.Number);
        Map(c => c.TotalOutboundTextMessages).To("contact.aloware_total_outbound_text_messages")
            .TracksActivity().InGroup(Messaging).SetUpAs("Aloware total outbound text messages", FieldType.Number);
        Map(c => c.LastInboundTextMessageDate).To("contact.aloware_last_inbound_text_message_date")
            .TracksActivity().InGroup(Messaging).SetUpAs("Aloware last inbound text message date", FieldType.Date);
        Map(c => c.LastOutboundTextMessageDate).To("contact.aloware_last_outbound_text_message_date")
            .TracksActivity().InGroup(Messaging).SetUpAs("Aloware last outbound text message date", FieldType.Date);
        Map(c => c.LastInboundTextMessageAt).To("contact.aloware_last_inbound_text_message_date_time")
            .TracksActivity().InGroup(Messaging).SetUpAs("Aloware last inbound text message date time", FieldType.Text);
        Map(c => c.LastOutboundTextMessageAt).To("contact.aloware_last_outbound_text_message_date_time")
            .TracksActivity().InGroup(Messaging).SetUpAs("Aloware last outbound text message date time", FieldType.Text);
    }

    private void MapCalls()
    {
        Map(c => c.TotalInboundCalls).To("contact.aloware_total_inbound_calls")
            .TracksActivity().InGroup(Calls).SetUpAs("Aloware total inbound calls", FieldType.Number);
        Map(c => c.TotalOutboundCalls).To("contact.aloware_total_outbound_calls")
            .TracksActivity().InGroup(Calls).SetUpAs("Aloware total outbound calls", FieldType.Number);
        Map(c => c.LastInboundCallDate).To("contact.aloware_last_inbound_call_date")
            .TracksActivity().InGroup(Calls).SetUpAs("Aloware last inbound call date", FieldType.Date);
        Map(c => c.LastOutboundCallDate).To("contact.aloware_last_outbound_call_date")
            .TracksActivity().InGroup(Calls).SetUpAs("Aloware last outbound call date", FieldType.Date);
        Map(c => c.LastInboundCallAt).To("contact.aloware_last_inbound_call_date_time")
            .TracksActivity().InGroup(Calls).SetUpAs("Aloware last inbound call date time", FieldType.Text);
        Map(c => c.LastOutboundCallAt).To("contact.aloware_last_outbound_call_date_time")
            .TracksActivity().InGroup(Calls).SetUpAs("Aloware last outbound call date time", FieldType.Text);
    }

    private void MapTracking()
    {
        Map(c => c.LastInboundCallTime).To("contact.aloware_last_inbound_call_time")
            .TracksActivity().InGroup(Tracking).SetUpAs("Aloware last inbound call time", FieldType.Text);
        Map(c => c.LastOutboundCallTime).To("contact.aloware_last_outbound_call_time")
            .TracksActivity().InGroup(Tracking).SetUpAs("Aloware last outbound call time", FieldType.Text);
        Map(c => c.LastInboundTextMessageTime).To("contact.aloware_last_inbound_message_time")
            .TracksActivity().InGroup(Tracking).SetUpAs("Aloware last inbound message time", FieldType.Text);
        Map(c => c.LastOutboundTextMessageTime).To("contact.aloware_last_outbound_message_time")
            .TracksActivity().InGroup(Tracking).SetUpAs("Aloware last outbound message time", FieldType.Text);
        Map(c => c.LastCallDisposition).To("contact.aloware_last_call_disposition")
            .TracksActivity().InGroup(Tracking).SetUpAs("Aloware last call disposition", FieldType.Text);
        Map(c => c.LastInboundCallDisposition).To("contact.aloware_last_inbound_call_disposition")
            .TracksActivity().InGroup(Tracking).SetUpAs("Aloware last inbound call disposition", FieldType.Text);
        Map(c => c.LastOutboundCallDisposition).To("contact.aloware_last_outbound_call_disposition")
            .TracksActivity().InGroup(Tracking).SetUpAs("Aloware last outbound call disposition", FieldType.Text);
    }

    private void MapEngagement()
    {
        Map(c => c.LastInboundEngagementAt).To("contact.aloware_last_inbound_engagement")
            .TracksActivity().InGroup(Engagement).SetUpAs("Aloware last inbound engagement", FieldType.Text);
        Map(c => c.LastOutboundEngagementAt).To("contact.aloware_last_outbound_engagement")
            .TracksActivity().InGroup(Engagement).SetUpAs("Aloware last outbound engagement", FieldType.Text);
        Map(c => c.LastEngagementAt).To("contact.aloware_last_inbound_and_outbound_engagement")
            .TracksActivity().InGroup(Engagement).SetUpAs("Aloware last inbound and outbound engagement", FieldType.Text);
    }

    private void MapFirstActivity()
    {
        Map(c => c.FirstInboundCallAt).To("contact.aloware_first_inbound_call")
            .TracksActivity().InGroup(First).SetUpAs("Aloware first inbound call", FieldType.Text);
        Map(c => c.FirstOutboundCallAt).To("contact.aloware_first_outbound_call")
            .TracksActivity().InGroup(First).SetUpAs("Aloware first outbound call", FieldType.Text);
        Map(c => c.FirstInboundTextMessageAt).To("contact.aloware_first_inbound_sms")
            .TracksActivity().InGroup(First).SetUpAs("Aloware first inbound SMS", FieldType.Text);
        Map(c => c.FirstOutboundTextMessageAt).To("contact.aloware_first_outbound_sms")
            .TracksActivity().InGroup(First).SetUpAs("Aloware first outbound SMS", FieldType.Text);
        Map(c => c.FirstInboundEngagementAt).To("contact.aloware_first_inbound_engagement")
            .TracksActivity().InGroup(First).SetUpAs("Aloware first inbound engagement", FieldType.Text);
        Map(c => c.FirstOutboundEngagementAt).To("contact.aloware_first_outbound_engagement")
            .TracksActivity().InGroup(First).SetUpAs("Aloware first outbound engagement", FieldType.Text);
    }
}
