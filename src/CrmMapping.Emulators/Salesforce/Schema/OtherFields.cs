using static CrmMapping.Emulators.Salesforce.Fields;

namespace CrmMapping.Emulators.Salesforce;

/// <summary>Lists the fields of the objects that stand around contacts and leads.</summary>
internal static class OtherFields
{
    public static IEnumerable<SalesforceField> User() =>
    [
        .. Fields.System(canBeDeleted: false),
        Text("Username", "Username", 80).Required().Lookup() with { IsUnique = true },
        Text("LastName", "Last Name", 80).Required(),
        Text("FirstName", "First Name", 40),
        Text("Name", "Full Name", 121).ReadOnly().Required(),
        Email("Email", "Email").Required().Lookup() with { Length = 128 },
        Text("Alias", "Alias", 8).Required().Defaulted(),
        Flag("IsActive", "Active"),
        Choice("UserType", "User Type", "Standard", "PowerPartner", "CspLitePortal", "CustomerSuccess", "Guest", "AutomatedProcess").ReadOnly(),
        Phone("Phone", "Phone"),
        Phone("MobilePhone", "Mobile"),
        Choice("TimeZoneSidKey", "Time Zone", "America/Los_Angeles", "America/New_York", "Europe/Berlin", "GMT").Required().Default("America/Los_Angeles") with { Length = 40 },
    ];

    public static IEnumerable<SalesforceField> Group() =>
    [
        .. Fields.System(canBeDeleted: false),
        Text("Name", "Name", 40).Required(),
        Text("DeveloperName", "Developer Name", 80),
        Choice("Type", "Type", "Regular", "Role", "Queue").Required(),
        Email("Email", "Email") with { Length = 255 },
    ];

    public static IEnumerable<SalesforceField> Account() =>
    [
        .. Fields.System(),
        Reference("MasterRecordId", "Master Record ID", "MasterRecord", "Account").ReadOnly(),
        Text("Name", "Account Name", 255).Required(),
        Choice("Type", "Account Type", "Prospect", "Customer", "Partner", "Other"),
        Phone("Phone", "Account Phone"),
        Phone("Fax", "Account Fax"),
        new("Website", "Website", "url", 255),
        Reference("OwnerId", "Owner ID", "Owner", "User").Required().Defaulted(),
    ];

    public static IEnumerable<SalesforceField> LeadStatus() =>
    [
        .. Fields.System(canBeDeleted: false),
        Text("MasterLabel", "Master Label", 255).ReadOnly(),
        Text("ApiName", "API Name", 255).ReadOnly(),
        Whole("SortOrder", "Sort Order").ReadOnly(),
        Flag("IsDefault", "Is Default").ReadOnly(),
        Flag("IsConverted", "Converted").ReadOnly(),
    ];

    public static IEnumerable<SalesforceField> Campaign() =>
    [
        .. Fields.System(),
        Text("Name", "Name", 80).Required(),
        Choice("Type", "Type", "Email", "Webinar", "Telemarketing", "Other"),
        Choice("Status", "Status", "Planned", "In Progress", "Completed", "Aborted"),
        Date("StartDate", "Start Date"),
        Date("EndDate", "End Date"),
        Flag("IsActive", "Active"),
        Reference("OwnerId", "Owner ID", "Owner", "User").Required().Defaulted(),
    ];

    public static IEnumerable<SalesforceField> CampaignMember() =>
    [
        .. Fields.System(),
        Reference("CampaignId", "Campaign ID", "Campaign", "Campaign").Required() with { IsUpdateable = false },
        Reference("LeadId", "Lead ID", "Lead", "Lead") with { IsUpdateable = false },
        Reference("ContactId", "Contact ID", "Contact", "Contact") with { IsUpdateable = false },
        Choice("Status", "Status", "Sent", "Responded").Default("Sent"),
        Flag("HasResponded", "Responded").ReadOnly(),
    ];

    public static IEnumerable<SalesforceField> Task() =>
    [
        .. Fields.System(),
        Reference("WhoId", "Name ID", "Who", "Contact", "Lead"),
        Reference("WhatId", "Related To ID", "What", "Account"),
        new("Subject", "Subject", "combobox", 255),
        Date("ActivityDate", "Due Date Only"),
        Choice("Status", "Status", "Not Started", "In Progress", "Completed").Required().Default("Not Started"),
        Choice("Priority", "Priority", "High", "Normal", "Low").Required().Default("Normal"),
        Area("Description", "Description", 32_000),
        Choice("TaskSubtype", "Task Subtype", "Task", "Email", "Call") with { Length = 40, IsRestrictedPicklist = true, IsUpdateable = false },
        Whole("CallDurationInSeconds", "Call Duration"),
        Choice("CallType", "Call Type", "Internal", "Inbound", "Outbound") with { Length = 40, IsRestrictedPicklist = true },
        Text("CallDisposition", "Call Result", 255),
        Text("CallObject", "Call Object Identifier", 255),
        Reference("OwnerId", "Assigned To ID", "Owner", "Group", "User").Required().Defaulted(),
    ];

    public static IEnumerable<SalesforceField> Organization() =>
    [
        .. Fields.System(canBeDeleted: false),
        Text("Name", "Name", 80).ReadOnly(),
        Choice("OrganizationType", "Edition", "Developer Edition", "Enterprise Edition", "Unlimited Edition").ReadOnly(),
        Flag("IsSandbox", "Is Sandbox").ReadOnly(),
        Text("InstanceName", "Instance Name", 5).ReadOnly(),
        Choice("TimeZoneSidKey", "Time Zone").ReadOnly(),
    ];
}
