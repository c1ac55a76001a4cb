namespace Pst.Projections;

/// <summary>How far a visit has come.</summary>
public enum VisitStatus { Arrived, Waiting, Called, Skipped, InService, Departed, Voided }
