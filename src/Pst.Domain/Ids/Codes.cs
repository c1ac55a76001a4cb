namespace Pst.Domain;

// Stored as numbers, so the numbers are part of the contract; outside they are words (Words.Of).

/// <summary>The services of a PST office: perpustakaan, konsultasi, penjualan, rekomendasi. The decrees promise the first.</summary>
public enum ServiceCode { PS = 1, KS = 2, PJ = 3, RS = 4 }

/// <summary>How the visitor comes.</summary>
public enum Channel { Offline = 1, Online = 2 }

/// <summary>Why someone is served before others.</summary>
public enum Priority { None = 0, Disability = 1, Elderly = 2, Pregnant = 3, Child = 4 }

/// <summary>The card that is held while a locker is used.</summary>
public enum IdKind { Ktp = 1, Sim = 2, Passport = 3, Other = 4 }

/// <summary>What a publication was read as.</summary>
public enum ReadingForm { Printed = 1, Digital = 2 }

/// <summary>Over which time a visitor's sheets are counted: the office's reading of the decree's "per pengguna".</summary>
public enum CopyWindow { Visit = 1, Day = 2, Month = 3 }

/// <summary>How the promise on time runs.</summary>
public enum CompletionKind { AfterGuestbook = 1, AfterPreviousVisitor = 2, WithinHours = 3, Immediate = 4 }
