namespace CrmMapping;

/// <summary>Holds a mapping that is complete and fixed: there is no more to say.</summary>
public interface ILockedMapping;
