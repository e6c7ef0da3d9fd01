namespace CrmMapping.Aloware;

/// <summary>Keeps contacts in sync with HubSpot's contacts; a map that derives from it adds to it and changes it.</summary>
/// <typeparam name="TContact">The contact, with fields of the host's own or without.</typeparam>
/// <remarks>HubSpot's own properties are those of every account; the others begin with <c>aloware_</c> and are created on request.</remarks>
public abstract class AlowareHubSpotMap<TContact> : AlowareMap<TContact>
    where TContact : AlowareContact, new()
{
    private const string Locked = "Default locked fields";
    private const string Special = "Special Fields";
    private const string Open = "Default open fields";
    private const string Custom = "Aloware custom fields";
    private const string Compliance = "Compliance fields";
    private const string Messaging = "Messaging activity fields";
    private const string Calls = "Call activity fields";
    private const string Tracking = "Call and message tracking fields";
    private const string Engagement = "Engagement tracking fields";
    private const string First = "First activity tracking fields";

    /// <summary>Maps what is shipped.</summary>
    protected AlowareHubSpotMap() => Preset(() =>
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
        Map(c => c.OwnerId).AsOwner().To("hubspot_owner_id").InGroup(Special);
        Map(c => c.DispositionStatus).AsDispositionStatus().To("hs_lead_status").InGroup(Special);
        Map(c => c.LifecycleStage).AsLifecycleStage().To("lifecyclestage").InGroup(Special);
        Map(c => c.FirstName).To("firstname").InGroup(Open);
        Map(c => c.LastName).To("lastname").InGroup(Open);
        Map(c => c.CompanyName).To("company").InGroup(Open);
        Map(c => c.Address).To("address").InGroup(Open);
        Map(c => c.City).To("city").InGroup(Open);
        Map(c => c.State).To("state").InGroup(Open);
        Map(c => c.Country).To("country").InGroup(Open);
        Map(c => c.ZipCode).To("zip").InGroup(Open);
        Map(c => c.Website).To("website").InGroup(Open);
        Map(c => c.DateOfBirth).To("date_of_birth")
            .Convert(new DateOfBirthConverter()).InGroup(Open).SetUpAs("Date of Birth", FieldType.Text);
        Map(c => c.TimeZone).To("hs_timezone").Convert(new HubSpotTimeZoneConverter()).InGroup(Open);
    }

    private void MapCustomFields()
    {
        Map(c => c.LeadSource).To("aloware_lead_source").InGroup(Custom).SetUpAs("Lead Source", FieldType.Text);
        Map(c => c.IncomingNumber).As(FieldType.Phone).To("aloware_incoming_number")
            .InGroup(Custom).SetUpAs("Incoming Number", FieldType.Text);
        Map(c => c.CustomField1).To("aloware_custom_field_1").InGroup(Custom).SetUpAs("Custom Field 1", FieldType.Text);
        Map(c => c.CustomField2).To("aloware_custom_field_2").InGroup(Custom).SetUpAs("Custom Field 2", FieldType.Text);
        Map(c => c.TcpaApproved).To("aloware_tcpa_approved").InGroup(Custom).SetUpAs("TCPA Approved", FieldType.Boolean);
        Map(c => c.ContactLink).To("aloware_contact_link")
            .ToCrm().Only().InGroup(Custom).SetUpAs("Aloware Contact Link", FieldType.MultilineText);
        Map(c => c.ContactId).To("aloware_contact_id").ToCrm().Only().InGroup(Custom).SetUpAs("Aloware Contact ID", FieldType.Text);
    }

    private void MapCompliance()
    {
        Map(c => c.DoNotCall).To("aloware_do_not_call").ToCrm().Only().InGroup(Compliance).SetUpAs("Do Not Call", FieldType.Boolean);
        Map(c => c.LineType).To("aloware_line_type")
            .ToCrm().Only().InGroup(Compliance).SetUpAs("Line Type", FieldType.Picklist, "Landline", "Wireless", "VOIP", "Other");
    }

    private void MapMessaging()
    {
        Map(c => c.LastInboundTextMessage).As(FieldType.MultilineText).To("aloware_last_inbound_text_message")
            .TracksActivity().InGroup(Messaging).SetUpAs("Last inbound text message", FieldType.MultilineText);
        Map(c => c.LastOutboundTextMessage).As(FieldType.MultilineText).To("aloware_last_outbound_text_message")
            .TracksActivity().InGroup(Messaging).SetUpAs("Last outbound text message", FieldType.MultilineText);
        Map(c => c.TotalInboundTextMessages).To("aloware_total_inbound_text_messages")
            .TracksActivity().InGroup(Messaging).SetUpAs("Total inbound text messages", FieldType.Number);
        Map(c => c.TotalOutboundTextMessages).To("aloware_total_outbound_text_messages")
            .TracksActivity().InGroup(Messaging).SetUpAs("Total outbound text messages", FieldType.Number);
        Map(c => c.LastInboundTextMessageDate).To("aloware_last_inbound_text_message_date")
            .TracksActivity().InGroup(Messaging).SetUpAs("Last inbound text message date", FieldType.Date);
        Map(c => c.LastOutboundTextMessageDate).To("aloware_last_outbound_text_message_date")
            .TracksActivity().InGroup(Messaging).SetUpAs("Last outbound text message date", FieldType.Date);
        Map(c => c.LastInboundTextMessageAt).To("aloware_last_inbound_text_message_date_time")
            .TracksActivity().InGroup(Messaging).SetUpAs("Last inbound text message date/ time", FieldType.DateTime);
        Map(c => c.LastOutboundTextMessageAt).To("aloware_last_outbound_text_message_date_time")
            .TracksActivity().InGroup(Messaging).SetUpAs("Last outbound text message datetime", FieldType.DateTime);
    }

    private void MapCalls()
    {
        Map(c => c.TotalInboundCalls).To("aloware_total_inbound_calls")
            .TracksActivity().InGroup(Calls).SetUpAs("Total inbound calls", FieldType.Number);
        Map(c => c.TotalOutboundCalls).To("aloware_total_outbound_calls")
            .TracksActivity().InGroup(Calls).SetUpAs("Total outbound calls", FieldType.Number);
        Map(c => c.LastInboundCallDate).To("aloware_last_inbound_call_date")
            .TracksActivity().InGroup(Calls).SetUpAs("Last inbound call date", FieldType.Date);
        Map(c => c.LastOutboundCallDate).To("aloware_last_outbound_call_date")
            .TracksActivity().InGroup(Calls).SetUpAs("Last outbound call date", FieldType.Date);
        Map(c => c.LastInboundCallAt).To("aloware_last_inbound_call_date_time")
            .TracksActivity().InGroup(Calls).SetUpAs("Last inbound call date/ time", FieldType.DateTime);
        Map(c => c.LastOutboundCallAt).To("aloware_last_outbound_call_date_time")
            .TracksActivity().InGroup(Calls).SetUpAs("Last outbound call date/ time", FieldType.DateTime);
    }

    private void MapTracking()
    {
        Map(c => c.LastInboundCallTime).To("aloware_last_inbound_call_time")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last inbound call time", FieldType.Text);
        Map(c => c.LastOutboundCallTime).To("aloware_last_outbound_call_time")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last outbound call time", FieldType.Text);
        Map(c => c.LastInboundTextMessageTime).To("aloware_last_inbound_message_time")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last inbound message time", FieldType.Text);
        Map(c => c.LastOutboundTextMessageTime).To("aloware_last_outbound_message_time")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last outbound message time", FieldType.Text);
        Map(c => c.LastCallDisposition).To("aloware_last_call_disposition")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last call disposition", FieldType.Text);
        Map(c => c.LastInboundCallDisposition).To("aloware_last_inbound_call_disposition")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last inbound call disposition", FieldType.Text);
        Map(c => c.LastOutboundCallDisposition).To("aloware_last_outbound_call_disposition")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last outbound call disposition", FieldType.Text);
    }

    private void MapEngagement()
    {
        Map(c => c.LastInboundEngagementAt).To("aloware_last_inbound_engagement")
            .TracksActivity().InGroup(Engagement).SetUpAs("Last inbound engagement", FieldType.DateTime);
        Map(c => c.LastOutboundEngagementAt).To("aloware_last_outbound_engagement")
            .TracksActivity().InGroup(Engagement).SetUpAs("Last outbound engagement", FieldType.DateTime);
        Map(c => c.LastEngagementAt).To("aloware_last_inbound_and_outbound_engagement")
            .TracksActivity().InGroup(Engagement).SetUpAs("Last inbound and outbound engagement", FieldType.DateTime);
    }

    private void MapFirstActivity()
    {
        Map(c => c.FirstInboundCallAt).To("aloware_first_inbound_call")
            .TracksActivity().InGroup(First).SetUpAs("First inbound call", FieldType.DateTime);
        Map(c => c.FirstOutboundCallAt).To("aloware_first_outbound_call")
            .TracksActivity().InGroup(First).SetUpAs("First outbound call", FieldType.DateTime);
        Map(c => c.FirstInboundTextMessageAt).To("aloware_first_inbound_sms")
            .TracksActivity().InGroup(First).SetUpAs("First inbound SMS", FieldType.DateTime);
        Map(c => c.FirstOutboundTextMessageAt).To("aloware_first_outbound_sms")
            .TracksActivity().InGroup(First).SetUpAs("First outbound SMS", FieldType.DateTime);
        Map(c => c.FirstInboundEngagementAt).To("aloware_first_inbound_engagement")
            .TracksActivity().InGroup(First).SetUpAs("First inbound engagement", FieldType.DateTime);
        Map(c => c.FirstOutboundEngagementAt).To("aloware_first_outbound_engagement")
            .TracksActivity().InGroup(First).SetUpAs("First outbound engagement", FieldType.DateTime);
    }
}
