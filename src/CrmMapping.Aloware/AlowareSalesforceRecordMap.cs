namespace CrmMapping.Aloware;

/// <summary>Maps what Salesforce's contacts and leads have in common: the fields that an administrator adds to both. Their maps derive from it.</summary>
/// <typeparam name="TContact">The contact, with fields of the host's own or without.</typeparam>
public abstract class AlowareSalesforceRecordMap<TContact> : AlowareMap<TContact>
    where TContact : AlowareContact, new()
{
    private protected const string Locked = "Default locked fields";
    private protected const string Special = "Special fields";
    private protected const string Open = "Default open fields";
    private protected const string Additional = "Default open fields (Additional fields)";

    private const string Tracking = "Default open fields - Outbound tracking fields";
    private const string Times = "Mapping time fields - Outbound tracking fields";

    private const int TextLength = 40;
    private const int UrlLength = 255;

    private protected AlowareSalesforceRecordMap()
    {
    }

    private protected void MapIdentity()
    {
        Map(c => c.PhoneNumber).To("Phone").InGroup(Locked).Locked();
        Map(c => c.Email).To("Email").InGroup(Locked).Locked();
        Map(c => c.OwnerId).AsOwner().To("OwnerId").Bidirectional().InGroup(Special);
    }

    private protected void MapCustomFields()
    {
        Map(c => c.IncomingNumber).As(FieldType.Phone).To("Aloware_Incoming_Number__c").InGroup(Open).SetUpAs("Incoming Number", FieldType.Text);
        Map(c => c.CustomField1).To("Aloware_Custom_Field_1__c").InGroup(Open).SetUpAs("Custom Field 1", FieldType.Text);
        Map(c => c.CustomField2).To("Aloware_Custom_Field_2__c").InGroup(Open).SetUpAs("Custom Field 2", FieldType.Text);
        Map(c => c.TcpaApproved).To("Aloware_TCPA_Approved__c").InGroup(Open).SetUpAs("TCPA Approved", FieldType.Boolean);
        Map(c => c.ContactLink).To("Aloware_Contact_Link__c")
            .ToCrm().Only().InGroup(Open).SetUpAs("Aloware Contact Link", FieldType.Url, UrlLength);
        Map(c => c.ContactId).To("Aloware_Contact_ID__c").ToCrm().Only().InGroup(Open).SetUpAs("Aloware Contact ID", FieldType.Text, TextLength);
    }

    private protected void MapActivity()
    {
        Map(c => c.DoNotCall).To("Aloware_DNC__c").ToCrm().Only().InGroup(Tracking).SetUpAs("DNC", FieldType.Boolean);
        MapMessages();
        MapCalls();
        MapTimes();
    }

    private void MapMessages()
    {
        Map(c => c.LastInboundTextMessageDate).To("Aloware_Last_Inbound_Text_Message_Date__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last inbound text message date", FieldType.Date);
        Map(c => c.LastOutboundTextMessageDate).To("Aloware_Last_Outbound_Text_Message_Date__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last outbound text message date", FieldType.Date);
        Map(c => c.LastInboundTextMessage).As(FieldType.MultilineText).To("Aloware_Last_Inbound_Text_Message__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last inbound text message", FieldType.MultilineText);
        Map(c => c.LastOutboundTextMessage).As(FieldType.MultilineText).To("Aloware_Last_Outbound_Text_Message__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last outbound text message", FieldType.MultilineText);
        Map(c => c.TotalInboundTextMessages).To("Aloware_Total_Inbound_Text_Messages__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Total inbound text messages", FieldType.Number);
        Map(c => c.TotalOutboundTextMessages).To("Aloware_Total_Outbound_Text_Messages__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Total outbound text messages", FieldType.Number);
    }

    private void MapCalls()
    {
        Map(c => c.LastInboundCallDate).To("Aloware_Last_Inbound_Call_Date__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last inbound call date", FieldType.Date);
        Map(c => c.LastOutboundCallDate).To("Aloware_Last_Outbound_Call_Date__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last outbound call date", FieldType.Date);
        Map(c => c.TotalInboundCalls).To("Aloware_Total_Inbound_Calls__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Total inbound calls", FieldType.Number);
        Map(c => c.TotalOutboundCalls).To("Aloware_Total_Outbound_Calls__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Total outbound calls", FieldType.Number);
        Map(c => c.LastCallDisposition).To("Aloware_Last_Call_Disposition__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last call disposition", FieldType.Text, TextLength);
        Map(c => c.LastInboundCallDisposition).To("Aloware_Last_Inbound_Call_Disposition__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last inbound call disposition", FieldType.Text, TextLength);
        Map(c => c.LastOutboundCallDisposition).To("Aloware_Last_Outbound_Call_Disposition__c")
            .TracksActivity().InGroup(Tracking).SetUpAs("Last outbound call disposition", FieldType.Text, TextLength);
    }

    // Salesforce turns its own time fields into UTC; text keeps the local time and its offset.
    private void MapTimes()
    {
        Map(c => c.LastInboundCallTime).To("Aloware_Last_Inbound_Call_Time__c")
            .TracksActivity().InGroup(Times).SetUpAs("Last inbound call time", FieldType.Text, TextLength);
        Map(c => c.LastOutboundCallTime).To("Aloware_Last_Outbound_Call_Time__c")
            .TracksActivity().InGroup(Times).SetUpAs("Last outbound call time", FieldType.Text, TextLength);
        Map(c => c.LastInboundTextMessageTime).To("Aloware_Last_Inbound_Message_Time__c")
            .TracksActivity().InGroup(Times).SetUpAs("Last inbound message time", FieldType.Text, TextLength);
        Map(c => c.LastOutboundTextMessageTime).To("Aloware_Last_Outbound_Message_Time__c")
            .TracksActivity().InGroup(Times).SetUpAs("Last outbound message time", FieldType.Text, TextLength);
    }
}
