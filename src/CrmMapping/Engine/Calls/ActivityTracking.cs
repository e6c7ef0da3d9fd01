namespace CrmMapping;

/// <summary>Holds how the application puts a contact's activity into the contact.</summary>
internal sealed record ActivityTracking(Action<object, ContactActivity> Apply);
