using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace CrmMapping.Aloware;

/// <summary>Holds a contact of a contact centre, with the fields that the shipped maps keep in sync.</summary>
/// <remarks>
/// <para>A host whose contacts hold more derives from it. What says <c>[Editable(false)]</c> or has no setter is the host's to know: it goes
/// to a CRM and is never written from one.</para>
/// <para>When something last happened is one value, a time with its offset in the zone of the host's account, from which the date and the time
/// of day are read: <c>contact.LastInboundCallAt = at.InZone(zone).ToOffsetDateTime()</c>.</para>
/// <para>Each field is null while nothing is known. A contact belongs to one thread at a time.</para>
/// </remarks>
public partial class AlowareContact
{
    /// <summary>Gets or sets the number that the contact is called by, which identifies it.</summary>
    [Display(Name = "Phone Number")]
    public string? PhoneNumber { get; set; }

    /// <summary>Gets or sets the e-mail address.</summary>
    [Display(Name = "Email")]
    public string? Email { get; set; }

    /// <summary>Gets or sets the id of the host's user who owns the contact.</summary>
    [Display(Name = "Contact Owner")]
    public string? OwnerId { get; set; }

    /// <summary>Gets or sets where the contact stands, by the internal value of one of the CRM's lead statuses.</summary>
    [Display(Name = "Contact Disposition Status")]
    public string? DispositionStatus { get; set; }

    /// <summary>Gets or sets the lifecycle stage, by the internal value of one of the CRM's stages.</summary>
    [Display(Name = "Lifecycle Stage")]
    public string? LifecycleStage { get; set; }

    /// <summary>Gets or sets the first name.</summary>
    [Display(Name = "First Name")]
    public string? FirstName { get; set; }

    /// <summary>Gets or sets the last name.</summary>
    [Display(Name = "Last Name")]
    public string? LastName { get; set; }

    /// <summary>Gets first and last name in one, for CRMs that take no other; null when neither is known.</summary>
    [Display(Name = "Full Name")]
    public string? FullName => (FirstName, LastName) switch
    {
        (null, null) => null,
        _ => $"{FirstName} {LastName}".Trim(),
    };

    /// <summary>Gets or sets the name of the company.</summary>
    [Display(Name = "Company Name")]
    public string? CompanyName { get; set; }

    /// <summary>Gets or sets street and number.</summary>
    [Display(Name = "Address")]
    public string? Address { get; set; }

    /// <summary>Gets or sets the city.</summary>
    [Display(Name = "City")]
    public string? City { get; set; }

    /// <summary>Gets or sets the state or region.</summary>
    [Display(Name = "State")]
    public string? State { get; set; }

    /// <summary>Gets or sets the country.</summary>
    [Display(Name = "Country")]
    public string? Country { get; set; }

    /// <summary>Gets or sets the postal code.</summary>
    [Display(Name = "Zipcode")]
    public string? ZipCode { get; set; }

    /// <summary>Gets or sets the web address.</summary>
    [Display(Name = "Website")]
    public string? Website { get; set; }

    /// <summary>Gets or sets the date of birth.</summary>
    [Display(Name = "Date of Birth")]
    public LocalDate? DateOfBirth { get; set; }

    /// <summary>Gets or sets the time zone, by its name in the IANA data base, for example <c>America/Denver</c>.</summary>
    [Display(Name = "Time Zone")]
    public string? TimeZone { get; set; }

    /// <summary>Gets or sets what made the contact known.</summary>
    [Display(Name = "Lead Source")]
    public string? LeadSource { get; set; }

    /// <summary>Gets or sets the number of the host's that the contact reached.</summary>
    [Display(Name = "Incoming Number")]
    public string? IncomingNumber { get; set; }

    /// <summary>Gets or sets the first field that a customer gives a meaning.</summary>
    [Display(Name = "Custom Field 1")]
    public string? CustomField1 { get; set; }

    /// <summary>Gets or sets the second field that a customer gives a meaning.</summary>
    [Display(Name = "Custom Field 2")]
    public string? CustomField2 { get; set; }

    /// <summary>Gets or sets whether the contact agreed to be called and texted; null when it was not asked.</summary>
    [Display(Name = "TCPA Approved")]
    public bool? TcpaApproved { get; set; }

    /// <summary>Gets or sets the web address at which the host shows the contact.</summary>
    [Display(Name = "Aloware Contact Link"), Editable(false)]
    public string? ContactLink { get; set; }

    /// <summary>Gets or sets the host's id of the contact.</summary>
    [Display(Name = "Aloware Contact ID"), Editable(false)]
    public string? ContactId { get; set; }

    /// <summary>Gets or sets the number at home.</summary>
    [Display(Name = "Home Phone")]
    public string? HomePhone { get; set; }

    /// <summary>Gets or sets the mobile number.</summary>
    [Display(Name = "Mobile Phone")]
    public string? MobilePhone { get; set; }

    /// <summary>Gets or sets the fax number.</summary>
    [Display(Name = "Fax")]
    public string? Fax { get; set; }

    /// <summary>Gets or sets another number.</summary>
    [Display(Name = "Other Phone")]
    public string? OtherPhone { get; set; }
}
